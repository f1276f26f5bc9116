package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.mangrove.core.adaptation.Offer;
import org.mangrove.core.adaptation.Offers;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where a market offers a text of its own to headquarters, and sees beforehand what leaves it. */
@Path("adaptations/{course}/offers")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class OffersResource {

    private static final String NAMED = "name";

    /** @param market as headquarters calls it */
    public record OfferPage(Offer offer, String market) {

        public String home() {
            return AdaptationsResource.PLACE + "/" + offer.course();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Offers offers;

    @GET
    @Path("texts/{block}/{field}")
    public Page preview(
            @PathParam("course") String course, @PathParam("block") String block, @PathParam("field") String field) {
        Caller caller = request.callerWith(Role.AUTHOR);
        return Page.of(
                "adaptation/offer",
                new OfferPage(
                        offers.preview(request.tenant(), caller.person(), course, block, field),
                        request.tenant()
                                .names()
                                .getOrDefault(
                                        request.locale(),
                                        request.tenant().tenant().slug())));
    }

    @POST
    @Path("texts/{block}/{field}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offer(
            @PathParam("course") String course,
            @PathParam("block") String block,
            @PathParam("field") String field,
            @FormParam("credit") String credit) {
        Caller caller = request.callerWith(Role.AUTHOR);
        offers.offer(request.tenant(), caller.person(), course, block, field, NAMED.equals(credit));
        return to(course, Message.of("adaptation.offer.sent"));
    }

    @POST
    @Path("{offer}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("course") String course, @PathParam("offer") String offer) {
        Caller caller = request.callerWith(Role.AUTHOR);
        offers.withdraw(request.tenant(), caller.person(), course, uuid(offer));
        return to(course, Message.of("adaptation.offer.withdrawn"));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("adaptation.offer.not-found"));
        }
    }

    private Response to(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), AdaptationsResource.PLACE + "/" + course);
    }
}
