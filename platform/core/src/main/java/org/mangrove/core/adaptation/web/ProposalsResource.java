package org.mangrove.core.adaptation.web;

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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Offer;
import org.mangrove.core.adaptation.Proposals;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.TextDifference;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where headquarters sees what markets propose for its masters, and decides. */
@Path("proposals")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ProposalsResource {

    static final String PLACE = "/proposals";

    public record ProposalsPage(List<Proposals.Proposed> proposals) {}

    /**
     * @param mayDecide whether the reader may, and it waits
     * @param typed what did not go, if anything
     */
    public record ProposalPage(Proposals.Proposed proposed, boolean mayDecide, TypedForm typed) {

        /** In each language in which the market has said it. */
        public List<Side> sides() {
            return proposed.offer().words().entrySet().stream()
                    .map(words -> side(words.getKey(), words.getValue()))
                    .toList();
        }

        private Side side(String tag, String proposedWords) {
            Locale language = Locale.forLanguageTag(tag);
            String base = proposed.offer().base().getOrDefault(tag, "");
            String now = proposed.now().getOrDefault(tag, "");
            return new Side(
                    language,
                    base,
                    TextDifference.of(base, now, language),
                    TextDifference.of(now, proposedWords, language));
        }
    }

    /**
     * @param base what was above when the market said it
     * @param now what the master says, compared with that
     * @param proposed what the market says, compared with what the master says
     */
    public record Side(Locale language, String base, TextDifference now, TextDifference proposed) {}

    @Inject
    CurrentRequest request;

    @Inject
    Proposals proposals;

    @GET
    public Page all() {
        return Page.of(
                "adaptation/proposals",
                new ProposalsPage(proposals.all(reader().enterprise().id())));
    }

    @GET
    @Path("{proposal}")
    public Page one(@PathParam("proposal") String proposal) {
        return page(reader(), uuid(proposal), TypedForm.NOTHING);
    }

    @POST
    @Path("{proposal}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@PathParam("proposal") String proposal, MultivaluedMap<String, String> form) {
        return decide(proposal, form, (caller, id, typed) -> {
            int version = proposals.accept(
                    caller.enterprise().id(), caller.actor(), id, change(typed), typed.value("answer"));
            return Message.of("adaptation.proposal.accepted").with("version", version);
        });
    }

    @POST
    @Path("{proposal}/declining")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("proposal") String proposal, MultivaluedMap<String, String> form) {
        return decide(proposal, form, (caller, id, typed) -> {
            proposals.decline(caller.enterprise().id(), caller.actor(), id, typed.value("answer"));
            return Message.of("adaptation.proposal.declined");
        });
    }

    private interface Deed {
        Message done(CoreCaller caller, UUID id, TypedForm typed);
    }

    private Response decide(String proposal, MultivaluedMap<String, String> form, Deed deed) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        UUID id = uuid(proposal);
        TypedForm typed = TypedForm.of(form, Terms.LONGEST);
        try {
            Message done = deed.done(caller, id, typed);
            return new Flash(Tone.SUCCESS, done).shownAt(request.address(), PLACE + "/" + id);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, id, typed.with(refused)))
                    .build();
        }
    }

    /** What the law demands comes from the law, and not from a market's wording. */
    private static ChangeClass change(TypedForm typed) {
        return Stream.of(ChangeClass.COSMETIC, ChangeClass.MINOR, ChangeClass.MAJOR)
                .filter(change -> change.name().equals(typed.value("change")))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("change", Message.of("adaptation.proposal.no-change")));
    }

    private Page page(CoreCaller caller, UUID id, TypedForm typed) {
        Proposals.Proposed proposed = proposals.must(caller.enterprise().id(), id);
        return Page.of(
                "adaptation/proposal",
                new ProposalPage(proposed, caller.is(CoreRole.AUTHOR) && proposed.state() == Offer.State.OPEN, typed));
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("adaptation.proposal.not-found"));
        }
    }
}
