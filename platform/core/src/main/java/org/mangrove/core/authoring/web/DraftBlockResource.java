package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftFile;
import org.mangrove.core.authoring.DraftFiles;
import org.mangrove.core.authoring.ReusableBlocks;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** One block of a draft: read, written, given a file. */
@Path("drafts/{manuscript}/blocks/{part}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftBlockResource {

    /**
     * What a form that saves itself is told.
     *
     * @param seen by which the draft knows what the writer has seen from now on
     * @param savedAt when it was saved; empty if somebody else has written the same
     */
    public record SavedPart(String seen, Optional<Instant> savedAt, Optional<Message> problem) {}

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    DraftFiles files;

    @Inject
    ReusableBlocks reusable;

    @Inject
    CoreMemberships memberships;

    @GET
    public Page show(
            @PathParam("manuscript") String draft,
            @PathParam("part") String block,
            @QueryParam("language") @DefaultValue("") String tag) {
        CoreCaller caller = author();
        CourseDraft there = drafts.must(caller.enterprise().id(), DraftPlaces.id(draft));
        Block shown = mustHave(there, block);
        Optional<Reuse> reuse = Reuse.of(shown);
        return reuse.isPresent()
                ? reused(caller, there, shown, reuse.get())
                : page(caller, there, shown, language(there, tag));
    }

    private Page reused(CoreCaller caller, CourseDraft draft, Block block, Reuse reuse) {
        List<Locale> chain = Stream.concat(draft.content().languages().stream(), Stream.of(request.locale()))
                .distinct()
                .toList();
        return Page.of(
                "authoring/reused",
                new ReusedPage(
                        draft, block, reusable.standing(caller.enterprise().id(), reuse, chain), chain));
    }

    /** What a reused block shows from now on; or that it is the course's own. */
    @POST
    @Path("reuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response showAs(
            @PathParam("manuscript") String draft,
            @PathParam("part") String block,
            @FormParam("way") @DefaultValue("") String way) {
        CoreCaller caller = author();
        EnterpriseId enterprise = caller.enterprise().id();
        UUID id = DraftPlaces.id(draft);
        if (way.equals("own")) {
            drafts.makeOwn(enterprise, caller.actor(), id, block);
        } else {
            drafts.showAs(enterprise, caller.actor(), id, block, DraftReuseResource.way(way));
        }
        return new Flash(Tone.SUCCESS, Message.of("authoring.draft.saved"))
                .shownAt(request.address(), DraftPlaces.of(id, block));
    }

    /** With scripts the form saves itself and stays; without them, or by its button, the page comes back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object write(
            @PathParam("manuscript") String draft,
            @PathParam("part") String block,
            @HeaderParam("HX-Request") @DefaultValue("false") boolean inPlace,
            MultivaluedMap<String, String> form) {
        CoreCaller caller = author();
        EnterpriseId enterprise = caller.enterprise().id();
        UUID id = DraftPlaces.id(draft);
        TypedForm typed = TypedForm.of(form, BlockForm.LONGEST);
        CourseDraft before = drafts.must(enterprise, id);
        Locale language = language(before, typed.value("language"));
        var written = new BlockForm(language, form, Customs.of(request.locale()));
        String seen = typed.value("seen");
        CourseDrafts.Writing writing;
        try {
            writing = drafts.write(enterprise, caller.actor(), id, block, seen, written::applied);
        } catch (Refusal.Invalid wrong) {
            if (inPlace) {
                return part(new SavedPart(seen, Optional.empty(), Optional.of(wrong.reason())));
            }
            BlockPage again = page(caller, before, mustHave(before, block), language, typed.with(wrong));
            return Response.status(400)
                    .entity(Page.of("authoring/block", again))
                    .build();
        }
        if (inPlace) {
            return part(
                    writing.isSaved()
                            ? new SavedPart(
                                    CourseDrafts.digestOf(writing.there()),
                                    Optional.of(
                                            drafts.must(enterprise, id).last().doneAt()),
                                    Optional.empty())
                            : new SavedPart(
                                    seen, Optional.empty(), Optional.of(Message.of("authoring.block.both-wrote"))));
        }
        if (!writing.isSaved()) {
            return Response.status(409)
                    .entity(Page.of("authoring/block", disputed(caller, before, writing, language)))
                    .build();
        }
        String place = DraftPlaces.of(id, block) + "?language=" + language.toLanguageTag();
        return new Flash(
                        Tone.SUCCESS,
                        Message.of(writing.merge().hasTheirs() ? "authoring.block.joined" : "authoring.draft.saved"))
                .shownAt(request.address(), place + written.place());
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = DraftFile.MOST_BYTES / 1024 / 1024 + 1)
    public Response attach(
            @PathParam("manuscript") String draft,
            @PathParam("part") String block,
            @FormParam("file") @Nullable EntityPart file,
            @FormParam("field") @Nullable EntityPart field,
            @FormParam("language") @Nullable EntityPart tag,
            @FormParam("licence") @Nullable EntityPart licence,
            @FormParam("source") @Nullable EntityPart source,
            @FormParam("until") @Nullable EntityPart until) {
        CoreCaller caller = author();
        EnterpriseId enterprise = caller.enterprise().id();
        UUID id = DraftPlaces.id(draft);
        CourseDraft there = drafts.must(enterprise, id);
        Locale language = language(there, text(tag));
        // What was sent can be read once only.
        var typed = new TypedForm(
                Map.of("field", text(field), "licence", text(licence), "source", text(source), "until", text(until)),
                Optional.empty());
        try {
            if (file == null) {
                throw new Refusal.Invalid("file", Message.of("authoring.file.missing"));
            }
            DraftFile brought = DraftFile.of(
                    file.getFileName().orElse(""),
                    bytes(file),
                    typed.value("licence"),
                    typed.value("source"),
                    day(typed.value("until")));
            files.attach(enterprise, caller.actor(), id, block, typed.value("field"), language, brought);
        } catch (Refusal.Invalid wrong) {
            BlockPage again = page(caller, there, mustHave(there, block), language, typed.with(wrong));
            return Response.status(400)
                    .entity(Page.of("authoring/block", again))
                    .build();
        }
        return new Flash(Tone.SUCCESS, Message.of("authoring.file.taken"))
                .shownAt(
                        request.address(),
                        DraftPlaces.of(id, block) + "?language=" + language.toLanguageTag() + "#files");
    }

    private static Page part(SavedPart saved) {
        return Page.of("authoring/saved", saved);
    }

    private Page page(CoreCaller caller, CourseDraft draft, Block block, Locale language) {
        return Page.of("authoring/block", page(caller, draft, block, language, TypedForm.NOTHING));
    }

    private BlockPage page(CoreCaller caller, CourseDraft draft, Block block, Locale language, TypedForm typed) {
        return BlockPage.of(draft, block, language, filesOf(caller, draft)).typed(typed);
    }

    private BlockPage disputed(CoreCaller caller, CourseDraft draft, CourseDrafts.Writing writing, Locale language) {
        Map<UUID, String> names = memberships.bylines(
                caller.enterprise().id(), writing.other().map(Set::of).orElse(Set.of()));
        return new BlockPage(
                draft,
                writing.merge().block(),
                CourseDrafts.digestOf(writing.there()),
                language,
                BlockPage.conflicts(writing.merge()),
                writing.other().map(names::get),
                filesOf(caller, draft),
                TypedForm.NOTHING);
    }

    private Map<String, String> filesOf(CoreCaller caller, CourseDraft draft) {
        String home = request.address().absolute(DraftPlaces.of(draft.id()) + "/files/");
        return files.own(caller.enterprise().id(), draft.id()).stream()
                .collect(Collectors.toMap(digest -> digest, digest -> home + digest));
    }

    private static Block mustHave(CourseDraft draft, String block) {
        return draft.content().find(block).orElseThrow(() -> new Refusal.NotFound(Message.of("authoring.block.gone")));
    }

    /** One of the draft's; if it is none of them, its first. */
    private static Locale language(CourseDraft draft, String tag) {
        return draft.content().languages().stream()
                .filter(one -> one.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(draft.content().language());
    }

    private static Optional<LocalDate> day(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException none) {
            throw new Refusal.Invalid("until", Message.of("authoring.publish.no-day"));
        }
    }

    private static String text(@Nullable EntityPart part) {
        return part == null ? "" : new String(bytes(part), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(EntityPart part) {
        try (InputStream stream = part.getContent()) {
            return stream.readNBytes(DraftFile.MOST_BYTES + 1);
        } catch (IOException problem) {
            throw new UncheckedIOException("What was sent cannot be read", problem);
        }
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR);
    }
}
