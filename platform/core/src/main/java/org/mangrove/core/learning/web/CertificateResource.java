package org.mangrove.core.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.learning.CertificatePaper;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.pages.Page;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** A person's own certificates. */
@Path("certificates/{certificate}")
@RequestScoped
public class CertificateResource {

    public record Certificate(Completion completion, PersonName name, boolean valid, String verification) {}

    @Inject
    CurrentRequest request;

    @Inject
    Completions completions;

    @Inject
    CertificatePaper paper;

    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page certificate(@PathParam("certificate") String id) {
        Caller caller = request.caller();
        Completion completion = must(caller, id);
        return Page.of(
                "learning/certificate",
                new Certificate(
                        completion,
                        caller.name(),
                        completion.isValidOn(LocalDate.ofInstant(
                                clock.instant(), request.tenant().tenant().timeZone())),
                        verification(completion)));
    }

    @GET
    @Path("pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("certificate") String id) {
        Caller caller = request.caller();
        Completion completion = must(caller, id);
        byte[] pdf =
                paper.draw(request.tenant(), request.locale(), caller.name(), completion, verification(completion));
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + completion.course() + ".pdf\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private Completion must(Caller caller, String id) {
        try {
            return completions.must(caller.tenant().id(), caller.person(), UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound(Message.of("learning.certificate.not-found"));
        }
    }

    private String verification(Completion completion) {
        return request.address().origin() + request.address().link("/verify/" + completion.code());
    }
}
