package org.mangrove.core.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.privacy.Erasures;
import org.mangrove.core.privacy.Erasures.Outlook;
import org.mangrove.core.privacy.Exports;
import org.mangrove.core.privacy.Hold;
import org.mangrove.core.privacy.HolderWords;
import org.mangrove.core.privacy.Request;
import org.mangrove.core.privacy.Requests;
import org.mangrove.core.privacy.Summaries;
import org.mangrove.core.privacy.Summaries.Summary;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** What is known about the person who looks, and what they may ask for. */
@Path("my-data/known")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class KnownResource {

    static final String PLACE = "/my-data/known";

    /**
     * @param outlook what an erasure would leave, and for how long
     * @param hold what stands against an erasure now, if anything does
     */
    public record KnownPage(
            List<Summary> summaries, List<Request> requests, Outlook outlook, Optional<Hold> hold, LocalDate today) {

        /** Of the parts that hold something. */
        public List<Summary> full() {
            return summaries.stream()
                    .filter(one -> !one.kinds().isEmpty())
                    .sorted(Comparator.comparing(Summary::holder, HolderWords.order()))
                    .toList();
        }

        /** The parts that hold nothing, by name. */
        public List<String> empty() {
            return summaries.stream()
                    .filter(one -> one.kinds().isEmpty())
                    .map(Summary::holder)
                    .sorted(HolderWords.order())
                    .toList();
        }

        /** All who are told of an erasure. */
        public List<String> erasing() {
            return outlook.holders().stream().sorted(HolderWords.order()).toList();
        }

        public boolean exportIsUnderWay() {
            return requests.stream()
                    .anyMatch(one -> !one.isErasure() && one.state().isOpen());
        }

        public boolean erasureIsAsked() {
            return requests.stream()
                    .anyMatch(one -> one.isErasure() && one.state().isOpen());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Summaries summaries;

    @Inject
    Requests requests;

    @Inject
    Erasures erasures;

    @Inject
    Exports exports;

    @Inject
    Answers answers;

    @Inject
    Clock clock;

    @GET
    public Page show() {
        Caller caller = request.caller();
        TenantProfile tenant = request.tenant();
        return Page.of(
                "privacy/known",
                new KnownPage(
                        summaries.of(tenant, caller.person()),
                        requests.of(tenant.tenant().id(), caller.person()),
                        erasures.outlook(tenant, caller.person()),
                        erasures.findHold(tenant, caller.person()),
                        LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone())));
    }

    @POST
    @Path("export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askExport() {
        Caller caller = request.caller();
        requests.askExport(request.tenant(), caller.person(), request.locale());
        return answers.to(PLACE, Tone.SUCCESS, Message.of("privacy.export.asked"));
    }

    /** @param sure that the person has read what it means */
    @POST
    @Path("erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askErasure(@FormParam("sure") @DefaultValue("") String sure) {
        Caller caller = request.caller();
        if (!sure.equals("yes")) {
            throw new Refusal.Invalid("sure", Message.of("privacy.erasure.say-that-you-are-sure"));
        }
        requests.askErasure(request.tenant(), caller.person(), request.locale());
        return answers.to(PLACE, Tone.SUCCESS, Message.of("privacy.erasure.asked"));
    }

    @POST
    @Path("requests/{request}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("request") String id) {
        Caller caller = request.caller();
        requests.withdraw(request.tenant(), caller.person(), Answers.uuid(id));
        return answers.to(PLACE, Tone.SUCCESS, Message.of("privacy.request.withdrawn"));
    }

    @GET
    @Path("requests/{request}/file")
    @Produces("application/zip")
    public Response file(@PathParam("request") String id) {
        Caller caller = request.caller();
        UUID export = Answers.uuid(id);
        InputStream archive = exports.open(request.tenant(), caller.person(), export);
        StreamingOutput out = to -> {
            try (archive) {
                archive.transferTo(to);
            }
        };
        return Response.ok(out, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"my-data.zip\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
