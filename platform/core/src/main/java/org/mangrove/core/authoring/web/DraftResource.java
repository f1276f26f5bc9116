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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftChanges;
import org.mangrove.core.authoring.DraftPreviews;
import org.mangrove.core.authoring.DraftPublishing;
import org.mangrove.core.authoring.Shortcomings;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** A course in the making as a whole: its outline, what is said of it, what it lacks. */
@Path("drafts/{manuscript}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftResource {

    private static final int LONGEST = 1_000;

    /**
     * @param last who did what was done last, if they have agreed to a name
     * @param newer the version that was published meanwhile, if there is one
     * @param further languages in which the course could be, too
     */
    public record DraftPage(
            CourseDraft draft,
            Outline outline,
            Shortcomings shortcomings,
            List<Shortcomings.Coverage> coverage,
            boolean isChanged,
            Optional<String> last,
            Optional<AssetVersion> newer,
            List<Locale> further,
            TypedForm typed) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }

        /** What stands in a field of the form. */
        public String fact(String name) {
            return typed.value(name, draft.content().facts().getOrDefault(name, ""));
        }

        public Optional<Message> wrongWith(String name) {
            return draft.content().facts().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(shortcomings.ofCourse().get(name));
        }
    }

    /**
     * @param after the block behind which something is put in
     * @param label by which people know it
     */
    public record InsertionPage(
            CourseDraft draft, String after, BlockKind afterKind, Text label, List<BlockKind> kinds) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    DraftPublishing publishing;

    @Inject
    DraftPreviews previews;

    @Inject
    CoreMemberships memberships;

    @Inject
    TenantRegister register;

    @GET
    public Page show(@PathParam("manuscript") String draft) {
        CoreCaller caller = author();
        return page(caller, drafts.must(caller.enterprise().id(), DraftPlaces.id(draft)), TypedForm.NOTHING);
    }

    @POST
    @Path("facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response describe(@PathParam("manuscript") String draft, MultivaluedMap<String, String> form) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        TypedForm typed = TypedForm.of(form, LONGEST);
        var before = new TreeMap<String, String>();
        var written = new TreeMap<String, String>();
        Stream.concat(WrittenFacts.FIELDS.keySet().stream(), WrittenFacts.OPTIONAL.keySet().stream())
                .filter(typed.values()::containsKey)
                .forEach(name -> {
                    before.put(name, typed.value("was." + name));
                    written.put(name, typed.value(name));
                });
        try {
            drafts.describe(caller.enterprise().id(), caller.actor(), id, before, written);
        } catch (Refusal.Conflict both) {
            return Response.status(409)
                    .entity(page(caller, drafts.must(caller.enterprise().id(), id), typed.with(both)))
                    .build();
        }
        return said(Tone.SUCCESS, "authoring.draft.saved", DraftPlaces.of(id) + "#facts");
    }

    @POST
    @Path("languages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response speak(
            @PathParam("manuscript") String draft,
            @FormParam("language") @DefaultValue("") String tag,
            @FormParam("act") @DefaultValue("add") String act) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        boolean isSpoken = act.equals("add");
        Locale language = (isSpoken
                        ? further(caller, drafts.must(caller.enterprise().id(), id))
                        : drafts.must(caller.enterprise().id(), id).content().languages())
                .stream()
                        .filter(one -> one.toLanguageTag().equals(tag))
                        .findFirst()
                        .orElseThrow(() -> DraftPlaces.unknown("language"));
        drafts.speak(caller.enterprise().id(), caller.actor(), id, language, isSpoken);
        return said(
                Tone.SUCCESS,
                isSpoken ? "authoring.languages.added" : "authoring.languages.removed",
                DraftPlaces.of(id) + "#languages");
    }

    @GET
    @Path("insertion")
    public Page choose(
            @PathParam("manuscript") String draft, @QueryParam("after") @DefaultValue("course") String after) {
        CoreCaller caller = author();
        CourseDraft there = drafts.must(caller.enterprise().id(), DraftPlaces.id(draft));
        var block = there.content().must(after);
        return Page.of(
                "authoring/insertion",
                new InsertionPage(
                        there,
                        after,
                        block.kind(),
                        Outline.label(block, there.content().languages()),
                        block.kind() == BlockKind.COURSE ? List.of(BlockKind.SECTION) : kinds()));
    }

    @POST
    @Path("insertion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response insert(
            @PathParam("manuscript") String draft,
            @FormParam("kind") @DefaultValue("") String word,
            @FormParam("after") @DefaultValue("") String after) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        BlockKind kind = BlockKind.parse(word).filter(kinds()::contains).orElseThrow(() -> DraftPlaces.unknown("kind"));
        String fresh = drafts.insert(caller.enterprise().id(), caller.actor(), id, kind, after);
        return said(Tone.SUCCESS, "authoring.block.inserted", DraftPlaces.of(id, fresh));
    }

    @POST
    @Path("moving")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @PathParam("manuscript") String draft,
            @FormParam("block") @DefaultValue("") String block,
            @FormParam("way") @DefaultValue("") String way) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        if (!Set.of("up", "down").contains(way)) {
            throw DraftPlaces.unknown("way");
        }
        drafts.move(caller.enterprise().id(), caller.actor(), id, block, way.equals("up"));
        return said(Tone.SUCCESS, "authoring.block.moved", DraftPlaces.of(id) + "#" + block);
    }

    @POST
    @Path("removing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("manuscript") String draft, @FormParam("block") @DefaultValue("") String block) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        drafts.remove(caller.enterprise().id(), caller.actor(), id, block);
        return said(Tone.SUCCESS, "authoring.block.removed", DraftPlaces.of(id));
    }

    @POST
    @Path("undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("manuscript") String draft, @FormParam("step") @DefaultValue("0") int step) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        drafts.undo(caller.enterprise().id(), caller.actor(), id, step);
        return said(Tone.SUCCESS, "authoring.step.undone", DraftPlaces.of(id));
    }

    @POST
    @Path("redoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redo(@PathParam("manuscript") String draft, @FormParam("step") @DefaultValue("0") int step) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        drafts.redo(caller.enterprise().id(), caller.actor(), id, step);
        return said(Tone.SUCCESS, "authoring.step.redone", DraftPlaces.of(id));
    }

    @POST
    @Path("discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("manuscript") String draft) {
        drafts.discard(author().enterprise().id(), DraftPlaces.id(draft));
        return said(Tone.SUCCESS, "authoring.draft.thrown-away", DraftPlaces.ALL);
    }

    @POST
    @Path("restoring")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bringBack(@PathParam("manuscript") String draft) {
        UUID id = DraftPlaces.id(draft);
        drafts.bringBack(author().enterprise().id(), id);
        return said(Tone.SUCCESS, "authoring.draft.back", DraftPlaces.of(id));
    }

    private Page page(CoreCaller caller, CourseDraft draft, TypedForm typed) {
        EnterpriseId enterprise = caller.enterprise().id();
        Shortcomings shortcomings = publishing.shortcomings(draft.content());
        DraftChanges changes = previews.changes(enterprise, draft);
        UUID actor = draft.last().actor();
        return Page.of(
                "authoring/draft",
                new DraftPage(
                        draft,
                        Outline.of(
                                draft.content(), shortcomings, draft.course().isEmpty() ? DraftChanges.NONE : changes),
                        shortcomings,
                        Shortcomings.coverage(draft.content()),
                        !changes.isNone(),
                        Optional.ofNullable(
                                memberships.bylines(enterprise, Set.of(actor)).get(actor)),
                        draft.isOpen() ? publishing.newer(enterprise, draft) : Optional.empty(),
                        further(caller, draft),
                        typed));
    }

    private List<Locale> further(CoreCaller caller, CourseDraft draft) {
        return DraftsResource.languagesOf(register, caller).stream()
                .filter(language -> !draft.content().languages().contains(language))
                .toList();
    }

    private static List<BlockKind> kinds() {
        return Stream.of(BlockKind.values())
                .filter(kind -> kind != BlockKind.COURSE && kind != BlockKind.RULE && kind != BlockKind.PACKAGE)
                .toList();
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR);
    }

    private Response said(Tone tone, String key, String place) {
        return new Flash(tone, Message.of(key)).shownAt(request.address(), place);
    }
}
