package org.mangrove.core.components.web;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.components.Component;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Components;
import org.mangrove.core.components.Overlap;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** The register of an enterprise's components: authors read it, governors enter and decide. */
@Path("components")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ComponentsResource {

    static final String PLACE = "/components";

    private static final List<String> COLUMNS = List.of(
            "key",
            "kind",
            "name",
            "objective",
            "purposes",
            "markets",
            "owner",
            "steward",
            "state",
            "last-day",
            "data",
            "supplier",
            "cost",
            "currency",
            "contract-end",
            "reason");

    @Inject
    CurrentRequest request;

    @Inject
    Components components;

    @Inject
    CoreMemberships memberships;

    @Inject
    Words words;

    @GET
    public Page all(
            @QueryParam("sort") @DefaultValue("name") String sort,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("kind") @DefaultValue("") String kind) {
        CoreCaller caller = reader();
        return Page.of("components/components", page(caller, sort, show, kind));
    }

    /** All that is chosen, with dates as ISO 8601. What looks like a formula is none. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(
            @QueryParam("sort") @DefaultValue("name") String sort,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("kind") @DefaultValue("") String kind) {
        RegisterPage page = page(reader(), sort, show, kind);
        String head = CsvLine.of(COLUMNS.stream().map(column -> say(Message.of("components.export." + column))));
        String rows =
                page.lines().stream().map(line -> line(page, line.component())).collect(Collectors.joining());
        return Response.ok("\ufeff" + head + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"components.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GET
    @Path("new")
    public Page ask(@QueryParam("plugin") @DefaultValue("") String plugin) {
        CoreCaller caller = governor();
        return form(caller, Optional.empty(), ComponentForm.empty(), plugin);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> form) {
        CoreCaller caller = governor();
        ComponentForm typed = ComponentForm.of(form);
        try {
            components.enter(
                    caller.enterprise().id(),
                    caller.actor(),
                    typed.value("key"),
                    typed.terms(),
                    typed.actor("owner"),
                    typed.actor("steward"),
                    typed.verdict());
            return done("components.entry.entered", PLACE + "/" + typed.value("key"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(form(caller, Optional.empty(), typed.with(refused), ""));
        }
    }

    @GET
    @Path("{component}")
    public Page one(@PathParam("component") String key) {
        CoreCaller caller = reader();
        return detail(caller, key, ComponentForm.empty());
    }

    @GET
    @Path("{component}/edit")
    public Page edit(@PathParam("component") String key) {
        CoreCaller caller = governor();
        Component component = components.must(caller.enterprise().id(), key);
        return form(caller, Optional.of(component), ComponentForm.of(component), "");
    }

    @POST
    @Path("{component}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("component") String key, MultivaluedMap<String, String> form) {
        CoreCaller caller = governor();
        EnterpriseId enterprise = caller.enterprise().id();
        Component component = components.must(enterprise, key);
        ComponentForm typed = ComponentForm.of(form);
        try {
            components.change(
                    enterprise, caller.actor(), key, typed.terms(), typed.actor("owner"), typed.actor("steward"));
            return done("components.entry.changed", PLACE + "/" + key);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(form(caller, Optional.of(component), typed.with(refused), ""));
        }
    }

    @POST
    @Path("{component}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("component") String key, MultivaluedMap<String, String> form) {
        CoreCaller caller = governor();
        ComponentForm typed = ComponentForm.of(form);
        try {
            components.decide(caller.enterprise().id(), caller.actor(), key, typed.verdict());
            return done("components.entry.decided", PLACE + "/" + key);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(detail(caller, key, typed.with(refused)));
        }
    }

    private RegisterPage page(CoreCaller caller, String sort, String show, String kind) {
        EnterpriseId enterprise = caller.enterprise().id();
        LocalDate today = components.today();
        List<Component> all = components.all(enterprise);
        Map<String, Set<String>> markets = components.markets(enterprise);
        List<Overlap> overlaps = Overlap.among(all, markets, today);
        Map<UUID, String> names = names(enterprise);
        RegisterPage.Shown shown = RegisterPage.Shown.of(show);
        Optional<ComponentKind> only = ComponentKind.find(kind);
        List<RegisterPage.Line> lines = all.stream()
                .map(component -> RegisterPage.Line.of(component, today, markets, overlaps, names))
                .filter(line -> only.isEmpty() || line.component().terms().kind() == only.get())
                .filter(shown::holds)
                .sorted(order(sort))
                .toList();
        return new RegisterPage(
                lines,
                overlaps,
                components.notEntered(enterprise),
                names,
                shown,
                only,
                sort,
                caller.is(CoreRole.GOVERNOR));
    }

    private Comparator<RegisterPage.Line> order(String sort) {
        Comparator<String> byName = Collator.getInstance(request.locale())::compare;
        boolean backwards = sort.startsWith("-");
        Comparator<RegisterPage.Line> order = switch (backwards ? sort.substring(1) : sort) {
            case "kind" -> Comparator.comparing(line -> line.component().terms().kind());
            case "owner" -> Comparator.comparing(RegisterPage.Line::ownerName, byName);
            case "state" -> Comparator.comparing(RegisterPage.Line::standing);
            case "ends" ->
                Comparator.comparing(
                        line -> line.component().permit().lastDayOn().orElse(LocalDate.MAX));
            default -> Comparator.comparing(line -> line.component().terms().name(), byName);
        };
        return backwards ? Collections.reverseOrder(order) : order;
    }

    private String line(RegisterPage page, Component component) {
        RegisterPage.Line line = page.lines().stream()
                .filter(each -> each.component().equals(component))
                .findFirst()
                .orElseThrow();
        return CsvLine.of(Stream.of(
                component.key(),
                say(Message.of("components.kind." + component.terms().kind().word())),
                component.terms().name(),
                component.terms().objective(),
                component.terms().purposes().stream()
                        .map(purpose -> say(Message.of("components.purpose." + purpose.word())))
                        .sorted()
                        .collect(Collectors.joining("; ")),
                line.markets().stream().sorted().collect(Collectors.joining("; ")),
                line.ownerName(),
                component.steward().map(page::name).orElse(""),
                say(Message.of("components.standing." + line.standing().word())),
                component.lastDay().map(LocalDate::toString).orElse(""),
                component.terms().data(),
                component.terms().supplier(),
                component
                        .terms()
                        .cost()
                        .map(cost -> Long.toString(cost.amount()))
                        .orElse(""),
                component.terms().cost().map(cost -> cost.currency()).orElse(""),
                component.terms().contractEnd().map(LocalDate::toString).orElse(""),
                component.reason()));
    }

    private Page detail(CoreCaller caller, String key, ComponentForm typed) {
        EnterpriseId enterprise = caller.enterprise().id();
        Component component = components.must(enterprise, key);
        LocalDate today = components.today();
        Map<String, Set<String>> markets = components.markets(enterprise);
        List<Overlap> overlaps = Overlap.among(components.all(enterprise), markets, today);
        Map<UUID, String> names = names(enterprise);
        return Page.of(
                "components/component",
                new ComponentPage(
                        RegisterPage.Line.of(component, today, markets, overlaps, names),
                        component.steward().map(actor -> RegisterPage.name(names, actor)),
                        caller.is(CoreRole.GOVERNOR),
                        typed));
    }

    private Page form(CoreCaller caller, Optional<Component> component, ComponentForm typed, String plugin) {
        EnterpriseId enterprise = caller.enterprise().id();
        return Page.of(
                "components/component-form",
                new ComponentFormPage(
                        component.map(Component::key),
                        typed,
                        plugin,
                        components.tenants(enterprise),
                        memberships.all(enterprise).stream()
                                .filter(member -> !member.roles().isEmpty())
                                .map(member -> new ComponentFormPage.Member(
                                        member.actor(), RegisterPage.name(names(enterprise), member.actor())))
                                .toList()));
    }

    private Map<UUID, String> names(EnterpriseId enterprise) {
        return memberships.all(enterprise).stream()
                .filter(member -> !member.roles().isEmpty())
                .collect(Collectors.toMap(
                        CoreMember::actor,
                        member -> member.byline().orElseGet(() -> RegisterPage.pseudonym(member.actor()))));
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private CoreCaller governor() {
        return request.coreCallerWith(CoreRole.GOVERNOR);
    }

    private Response done(String said, String place) {
        return new Flash(Tone.SUCCESS, Message.of(said)).shownAt(request.address(), place);
    }

    private static Response again(Page page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }
}
