package org.mangrove.core.components.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Permit;
import org.mangrove.core.components.Permits;
import org.mangrove.core.components.PublishedRegister;
import org.mangrove.core.components.Standing;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Page;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;

/** Where a tenant's admin sees which plugins, systems and tools are on there, and why another is not. */
@Path("admin/components")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class EnabledResource {

    static final String PLACE = "/admin/components";

    /**
     * @param name as the register calls it, else its key
     * @param lastDayOn on which it is on if nobody decides
     */
    public record Line(
            String key,
            ComponentKind kind,
            String name,
            String objective,
            Standing standing,
            Optional<LocalDate> lastDayOn) {}

    /** @param isKept whether a register has come here @param lines what is off first */
    public record EnabledPage(boolean isKept, List<Line> lines) {}

    @Inject
    CurrentRequest request;

    @Inject
    Permits permits;

    @GET
    public Page all() {
        request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        Optional<PublishedRegister> register = permits.register(tenant);
        Stream<Line> plugins = tenant.plugins().stream().map(PluginChoice::id).map(id -> line(tenant, register, id));
        Stream<Line> others = register.map(PublishedRegister::permits).orElse(List.of()).stream()
                .filter(permit -> permit.kind() != ComponentKind.PLUGIN
                        && permit.isMeantFor(tenant.tenant().slug()))
                .map(this::line);
        return Page.of(
                "components/enabled",
                new EnabledPage(
                        register.isPresent(),
                        Stream.concat(plugins, others)
                                .sorted(Comparator.comparing(
                                                (Line line) -> line.standing().isOn())
                                        .thenComparing(Line::kind)
                                        .thenComparing(Line::key))
                                .toList()));
    }

    private Line line(TenantProfile tenant, Optional<PublishedRegister> register, String plugin) {
        return register.flatMap(known -> known.find(ComponentKind.PLUGIN, plugin))
                .map(this::line)
                .orElseGet(() -> new Line(
                        plugin,
                        ComponentKind.PLUGIN,
                        plugin,
                        "",
                        permits.standing(tenant, ComponentKind.PLUGIN, plugin),
                        Optional.empty()));
    }

    private Line line(Permit permit) {
        return new Line(
                permit.key(),
                permit.kind(),
                permit.name(),
                permit.objective(),
                permit.on(permits.today()),
                permit.lastDayOn());
    }
}
