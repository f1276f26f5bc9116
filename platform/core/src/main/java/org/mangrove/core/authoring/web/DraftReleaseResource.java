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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftChanges;
import org.mangrove.core.authoring.DraftPreviews;
import org.mangrove.core.authoring.DraftPublishing;
import org.mangrove.core.authoring.Impact;
import org.mangrove.core.authoring.Shortcomings;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Publishing.Published;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What a draft would change, and how it becomes a version. */
@Path("drafts/{manuscript}/release")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftReleaseResource {

    /**
     * @param elsewhere blocks of other courses that show what it changes
     * @param newer the version that was published meanwhile, if there is one
     * @param refused why it was not published just now, if it was not
     */
    public record ReleasePage(
            CourseDraft draft,
            DraftChanges changes,
            Impact impact,
            List<DraftPreviews.Elsewhere> elsewhere,
            Shortcomings shortcomings,
            Optional<AssetVersion> newer,
            Optional<Refusal> refused) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }

        /** All that a gate has against it. */
        public List<Refusal.Detail> details() {
            return refused.filter(Refusal.Invalid.class::isInstance)
                    .map(refusal -> ((Refusal.Invalid) refusal).details())
                    .orElse(List.of());
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

    @GET
    public Page show(@PathParam("manuscript") String draft) {
        CoreCaller caller = author();
        return page(caller, DraftPlaces.id(draft), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(
            @PathParam("manuscript") String draft,
            @FormParam("change") @DefaultValue("") String change,
            @FormParam("effective") @DefaultValue("") String effective) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        try {
            Published published = publishing.publish(
                    caller.enterprise().id(), caller.actor(), id, changeClass(change), day(effective));
            return new Flash(
                            published.isNew() ? Tone.SUCCESS : Tone.INFO,
                            Message.of(published.isNew() ? "authoring.publish.done" : "authoring.publish.unchanged")
                                    .with("version", published.no()))
                    .shownAt(request.address(), "/masters/" + published.course());
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(refused instanceof Refusal.Conflict ? 409 : 400)
                    .entity(page(caller, id, Optional.of(refused)))
                    .build();
        }
    }

    /** Before those who have to agree, instead of publishing it at once. */
    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(
            @PathParam("manuscript") String draft, @FormParam("change") @DefaultValue("") String change) {
        CoreCaller caller = author();
        UUID submission =
                publishing.submit(caller.enterprise().id(), caller.actor(), DraftPlaces.id(draft), changeClass(change));
        return new Flash(Tone.SUCCESS, Message.of("approval.submission.begun"))
                .shownAt(request.address(), "/approvals/" + submission);
    }

    @POST
    @Path("catching-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response catchUp(@PathParam("manuscript") String draft) {
        CoreCaller caller = author();
        UUID id = DraftPlaces.id(draft);
        List<String> disputed = publishing.catchUp(caller.enterprise().id(), caller.actor(), id);
        return new Flash(
                        disputed.isEmpty() ? Tone.SUCCESS : Tone.WARNING,
                        Message.of("authoring.catch-up.done")
                                .with("count", disputed.size())
                                .with("blocks", String.join(", ", disputed)))
                .shownAt(request.address(), DraftPlaces.of(id) + "/release");
    }

    @GET
    @Path("package")
    @Produces("application/zip")
    public Response packed(@PathParam("manuscript") String draft) {
        byte[] zip = publishing.zip(author().enterprise().id(), DraftPlaces.id(draft));
        return Response.ok(zip)
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"draft.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Page page(CoreCaller caller, UUID id, Optional<Refusal> refused) {
        EnterpriseId enterprise = caller.enterprise().id();
        CourseDraft draft = drafts.must(enterprise, id);
        DraftChanges changes = previews.changes(enterprise, draft);
        List<Locale> chain = Stream.concat(Stream.of(request.locale()), draft.content().languages().stream())
                .distinct()
                .toList();
        return Page.of(
                "authoring/release",
                new ReleasePage(
                        draft,
                        changes,
                        previews.impact(enterprise, draft, changes, chain),
                        previews.elsewhere(enterprise, draft, changes),
                        publishing.shortcomings(draft.content()),
                        draft.isOpen() ? publishing.newer(enterprise, draft) : Optional.empty(),
                        refused));
    }

    private static ChangeClass changeClass(String word) {
        return Stream.of(ChangeClass.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> DraftPlaces.unknown("change"));
    }

    private static Optional<Instant> day(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException none) {
            throw new Refusal.Invalid("effective", Message.of("authoring.publish.no-day"));
        }
    }

    private CoreCaller author() {
        return request.coreCallerWith(CoreRole.AUTHOR);
    }
}
