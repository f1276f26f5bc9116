package org.mangrove.core.provisioning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import org.mangrove.core.provisioning.Outcome;
import org.mangrove.core.provisioning.Provisioning;
import org.mangrove.core.provisioning.Reading;
import org.mangrove.core.provisioning.TenantsConfig;
import org.mangrove.sdk.Message;

/**
 * What {@code ./mangrove tenants check|plan|apply} asks. The configuration comes as a ZIP archive; without one, the folder
 * that the node was given is read.
 */
@Path("operator/api/tenants")
@Produces("text/plain;charset=UTF-8")
@RequestScoped
public class TenantsConfigResource {

    private static final int UNPROCESSABLE = 422;

    @Inject
    Provisioning provisioning;

    @Inject
    Telling telling;

    @Context
    HttpHeaders headers;

    @POST
    @Path("check")
    public Response check(byte[] zip) {
        return withConfig(
                zip,
                config -> Response.ok(telling.say(locale(), Message.of("provisioning.check.is-sound")) + "\n")
                        .build());
    }

    @POST
    @Path("plan")
    public Response plan(byte[] zip) {
        return withConfig(
                zip,
                config -> Response.ok(telling.plan(locale(), provisioning.plan(config)))
                        .build());
    }

    @POST
    @Path("apply")
    public Response apply(byte[] zip) {
        return withConfig(zip, config -> {
            Outcome outcome = provisioning.apply(config);
            return Response.status(
                            outcome.stopped().isPresent() ? Response.Status.SERVICE_UNAVAILABLE : Response.Status.OK)
                    .entity(telling.outcome(locale(), outcome))
                    .build();
        });
    }

    private Response withConfig(byte[] zip, Function<TenantsConfig, Response> act) {
        return switch (read(zip)) {
            case Reading.Understood understood -> act.apply(understood.config());
            case Reading.Faulty faulty ->
                Response.status(UNPROCESSABLE)
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        .entity(telling.problems(locale(), faulty.problems()))
                        .build();
        };
    }

    private Reading read(byte[] zip) {
        if (zip.length == 0) {
            return provisioning.read(provisioning.folder());
        }
        try (var archive = new ConfigArchive(zip)) {
            return provisioning.read(archive.folder());
        }
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
