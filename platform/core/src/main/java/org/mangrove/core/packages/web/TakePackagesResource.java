package org.mangrove.core.packages.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.packages.Attempts;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.PagePolicy;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.core.tenancy.PackageHost;
import org.mangrove.sdk.Message;

/** Where people take packages of other hands: what there is in their language, and the page around it. */
@Path("packages")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class TakePackagesResource {

    private static final String PLACE = "/packages";

    /** @param canRun whether there is a host on which packages run */
    public record OffersPage(List<Attempts.Offer> offers, boolean canRun) {}

    /**
     * @param home below what the files of the package may be fetched; ends with a slash
     * @param entry where the package begins
     */
    public record RunPage(Attempts.UnderWay underWay, String home, String frame, String entry, String values) {

        public String place() {
            return PLACE + "/" + underWay.attempt().slug();
        }

        public String keep() {
            return place() + "/attempts/" + underWay.attempt().id();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Attempts attempts;

    @Inject
    PackageHost host;

    @Inject
    MediaHost media;

    @Context
    HttpServletResponse response;

    @GET
    public Page offers() {
        return Page.of(
                "packages/offers",
                new OffersPage(attempts.offers(learner()), host.origin("", "").isPresent()));
    }

    /** Goes on with what was begun, or begins. */
    @POST
    @Path("{package}/attempts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response launch(@PathParam("package") String slug, @FormParam("anew") @Nullable String anew) {
        attempts.launch(learner(), slug, anew != null);
        return Response.seeOther(URI.create(request.address().absolute(PLACE + "/" + slug + "/attempt")))
                .build();
    }

    @GET
    @Path("{package}/attempt")
    public Page run(@PathParam("package") String slug) {
        Attempts.UnderWay underWay = attempts.mustBeUnderWay(learner(), slug);
        String digest = underWay.attempt().taken().digest().hex();
        String tenant = request.tenant().tenant().slug();
        String home = host.home(tenant, digest)
                .orElseThrow(() -> new Refusal.Unavailable(Message.of("packages.run.no-host")));
        response.setHeader(
                "Content-Security-Policy",
                PagePolicy.framing(
                        media.originFor(request.address()),
                        host.origin(tenant, digest).orElseThrow()));
        return Page.of(
                "packages/run",
                new RunPage(
                        underWay,
                        home,
                        home + RunFrame.PAGE,
                        underWay.attempt().taken().entry(),
                        Definitions.write(underWay.attempt().values())));
    }

    /** Called by the page around a package, whenever the package has something to keep. */
    @POST
    @Path("{package}/attempts/{attempt}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("package") String slug,
            @PathParam("attempt") String attempt,
            @FormParam("values") @Nullable String values) {
        Attempts.Attempt kept = attempts.keep(
                learner(), slug, uuid(attempt), Optional.ofNullable(values).orElse(""));
        return Response.noContent()
                .header("Package-State", kept.isCompleted() ? "completed" : "under-way")
                .build();
    }

    private Attempts.Learner learner() {
        return new Attempts.Learner(request.tenant(), request.caller().person(), request.locale());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("packages.attempt.none"));
        }
    }
}
