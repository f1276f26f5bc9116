package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.AskState;
import org.mangrove.core.expertise.Asks;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What was asked of somebody, and what they have asked of others. */
@Path("experts")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ExpertsResource {

    private static final int LONGEST_TEXT = 2_000;

    /** @param forMe what waits for the reader @param byMe what the reader has asked */
    public record ListPage(List<AskView> forMe, List<AskView> byMe) {}

    /** @param mayAnswer whether the reader is the expert @param mayWithdraw whether the reader has asked */
    public record AskPage(AskView view, boolean mayAnswer, boolean mayWithdraw, TypedForm answer) {}

    @Inject
    CurrentRequest request;

    @Inject
    Asks asks;

    @Inject
    AskViews views;

    @GET
    public Page all() {
        CoreCaller caller = request.coreCaller();
        return Page.of(
                "expertise/experts",
                new ListPage(
                        views(caller, asks.waitingFor(caller.enterprise().id(), caller.actor())),
                        views(caller, asks.askedBy(caller.enterprise().id(), caller.actor()))));
    }

    @GET
    @Path("asks/{ask}")
    public Page one(@PathParam("ask") String ask) {
        CoreCaller caller = request.coreCaller();
        return page(caller, mustSee(caller, uuid(ask)), TypedForm.NOTHING);
    }

    @POST
    @Path("asks/{ask}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("ask") String ask, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCaller();
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            asks.answer(
                    caller.enterprise().id(), caller.actor(), uuid(ask), typed.value("verdict"), typed.value("words"));
            return answer(Message.of("expertise.answer.done"), "/experts");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, mustSee(caller, uuid(ask)), typed.with(refused)))
                    .build();
        }
    }

    @POST
    @Path("asks/{ask}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("ask") String ask) {
        CoreCaller caller = request.coreCaller();
        asks.withdraw(caller.enterprise().id(), caller.actor(), uuid(ask));
        return answer(Message.of("expertise.ask.withdrawn"), "/experts/asks/" + uuid(ask));
    }

    /** Of whom it was asked, who has asked, and those who look after masters; to everybody else it is not there. */
    private Ask mustSee(CoreCaller caller, UUID id) {
        Ask ask = asks.must(caller.enterprise().id(), id);
        boolean isTheirs = ask.asker().equals(caller.actor()) || ask.expert().equals(caller.actor());
        if (!isTheirs && !caller.is(CoreRole.AUTHOR) && !caller.is(CoreRole.GOVERNOR)) {
            throw new Refusal.NotFound(Message.of("expertise.ask.not-found"));
        }
        return ask;
    }

    private Page page(CoreCaller caller, Ask ask, TypedForm typed) {
        boolean isOpen = ask.state() == AskState.OPEN;
        return Page.of(
                "expertise/ask",
                new AskPage(
                        views(caller, List.of(ask)).getFirst(),
                        isOpen && ask.expert().equals(caller.actor()),
                        isOpen && ask.asker().equals(caller.actor()),
                        typed));
    }

    private List<AskView> views(CoreCaller caller, List<Ask> some) {
        return views.of(caller.enterprise().id(), Optional.of(caller.actor()), request.locale(), some);
    }

    private Response answer(Message done, String place) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), place);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("expertise.ask.not-found"));
        }
    }
}
