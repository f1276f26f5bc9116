package org.mangrove.core.extension.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mangrove.core.extension.PluginDescription;
import org.mangrove.core.extension.PluginHealth;
import org.mangrove.core.extension.PluginHealth.Report;
import org.mangrove.core.extension.PluginName;
import org.mangrove.core.extension.Plugins;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.Message;

/** How operators install and remove the jars of plugins, and see how plugins do. */
@Path("operator/api/plugins")
@RequestScoped
public class PluginResource {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    /** An installed plugin, and how it does for each tenant that has it switched on. */
    public record PluginBody(
            String id,
            String version,
            String description,
            String requires,
            String digest,
            List<String> points,
            List<UseBody> tenants) {}

    /** One plugin in one tenant. */
    public record UseBody(
            String tenant,
            String state,
            String heldBack,
            long calls,
            long failures,
            int stuckThreads,
            String lastFailure,
            String lastFailureAt) {}

    @Inject
    Plugins plugins;

    @Inject
    PluginHealth health;

    @Inject
    Words words;

    @Inject
    CurrentRequest request;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        return Definitions.write(bodies());
    }

    @GET
    @Produces(TEXT)
    public String listAsText() {
        List<PluginBody> bodies = bodies();
        if (bodies.isEmpty()) {
            return say(Message.of("extension.plugin.none-installed"));
        }
        return bodies.stream().map(PluginResource::line).collect(Collectors.joining("\n"));
    }

    private static String line(PluginBody plugin) {
        String uses = plugin.tenants().stream()
                .map(use -> "\n    %s: %s, %d/%d %s %s"
                        .formatted(
                                use.tenant(),
                                use.state(),
                                use.failures(),
                                use.calls(),
                                use.lastFailure(),
                                use.heldBack())
                        .stripTrailing())
                .collect(Collectors.joining());
        return "%s %s (%s)%s".formatted(plugin.id(), plugin.version(), String.join(", ", plugin.points()), uses);
    }

    @POST
    @Consumes({"application/java-archive", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(TEXT)
    public Response install(InputStream jar) {
        PluginDescription plugin = plugins.install(jar);
        Message done = about("installed", plugin.name()).with("points", List.copyOf(plugin.points()));
        return Response.status(Status.CREATED).entity(say(done)).build();
    }

    /** @param force {@code true} if tenants that have it switched on are no hindrance */
    @DELETE
    @Path("{id}/{version}")
    @Produces(TEXT)
    public String remove(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @QueryParam("force") @DefaultValue("false") boolean force) {
        var name = new PluginName(id, version);
        int left = plugins.remove(name, force).size();
        return say(about("removed", name).with("threads", left));
    }

    private static Message about(String what, PluginName name) {
        return Message.of("extension.plugin." + what).with("plugin", name.id()).with("version", name.version());
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }

    private List<PluginBody> bodies() {
        List<Report> reports = health.reports();
        return plugins.installed().stream()
                .map(plugin -> new PluginBody(
                        plugin.name().id(),
                        plugin.name().version(),
                        plugin.description(),
                        plugin.requires(),
                        plugin.digest(),
                        List.copyOf(plugin.points()),
                        reports.stream()
                                .filter(report -> report.plugin().equals(plugin.name()))
                                .map(this::use)
                                .toList()))
                .toList();
    }

    private UseBody use(Report report) {
        return new UseBody(
                report.tenant(),
                report.state().name().toLowerCase(Locale.ROOT),
                report.objection().map(this::say).orElse(""),
                report.calls(),
                report.failures(),
                report.stuckThreads(),
                report.lastFailure().orElse(""),
                report.lastFailureAt().map(Instant::toString).orElse(""));
    }
}
