package org.mangrove.core.authoring.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.ReusableBlocks;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Looking for a published block, to show it in a draft. */
@Path("drafts/{manuscript}/reuse")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftReuseResource {

    private static final int LONGEST = 200;

    /**
     * @param after the block behind which it is put in
     * @param course whose blocks are shown; empty if it does not matter
     * @param words that were looked for
     * @param chain languages in which its reader wants to see them
     */
    public record ReusePage(
            CourseDraft draft,
            String after,
            String course,
            String words,
            ReusableBlocks.Found found,
            List<Locale> chain,
            Optional<Message> refused) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }

        public String place() {
            return home() + "/reuse";
        }

        public Text label(Block block) {
            return Outline.label(block, chain);
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    ReusableBlocks reusable;

    @GET
    public Page look(
            @PathParam("manuscript") String draft,
            @QueryParam("after") @DefaultValue("course") String after,
            @QueryParam("course") @DefaultValue("") String course,
            @QueryParam("words") @DefaultValue("") String words) {
        return page(author(), DraftPlaces.id(draft), after, course, words, Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response show(
            @PathParam("manuscript") String draft,
            @FormParam("after") @DefaultValue("") String after,
            @FormParam("course") @DefaultValue("") String course,
            @FormParam("block") @DefaultValue("") String block,
            @FormParam("way") @DefaultValue("") String way) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        try {
            String fresh = drafts.show(
                    caller.enterprise().id(), caller.actor(), id, way(way), Reuse.following(course, block), after);
            return new Flash(Tone.SUCCESS, Message.of("authoring.reuse.shown"))
                    .shownAt(request.address(), DraftPlaces.of(id, fresh));
        } catch (Refusal.Conflict refused) {
            return Response.status(409)
                    .entity(page(caller, id, after, course, "", Optional.of(refused.reason())))
                    .build();
        }
    }

    static Reuse.Way way(String word) {
        return Stream.of(Reuse.Way.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> DraftPlaces.unknown("way"));
    }

    private Page page(
            CoreCaller caller, UUID id, String after, String course, String words, Optional<Message> refused) {
        CourseDraft draft = drafts.must(caller.enterprise().id(), id);
        draft.content().must(after);
        List<Locale> chain = Stream.concat(Stream.of(request.locale()), draft.content().languages().stream())
                .distinct()
                .toList();
        String wanted = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return Page.of(
                "authoring/reuse",
                new ReusePage(
                        draft,
                        after,
                        course,
                        wanted,
                        reusable.find(caller.enterprise().id(), course, wanted, chain),
                        chain,
                        refused));
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR);
    }
}
