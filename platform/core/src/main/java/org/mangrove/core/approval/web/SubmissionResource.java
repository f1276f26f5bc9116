package org.mangrove.core.approval.web;

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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.approval.Differences;
import org.mangrove.core.approval.LaneReview;
import org.mangrove.core.approval.Opinion;
import org.mangrove.core.approval.ReadCandidate;
import org.mangrove.core.approval.Revision;
import org.mangrove.core.approval.Seat;
import org.mangrove.core.approval.Seating;
import org.mangrove.core.approval.Seats;
import org.mangrove.core.approval.State;
import org.mangrove.core.approval.Submission;
import org.mangrove.core.approval.Submissions;
import org.mangrove.core.approval.Submissions.Listed;
import org.mangrove.core.approval.web.SubmissionPage.LaneView;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.quality.Reports;
import org.mangrove.core.quality.Waivers;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** A candidate: what is new in it, who has said what of it, and what can be done next. */
@Path("approvals/{submission}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class SubmissionResource {

    private static final int LONGEST_TEXT = 2_000;

    @Inject
    CurrentRequest request;

    @Inject
    Submissions submissions;

    @Inject
    Seats seats;

    @Inject
    RightsBook rights;

    @Inject
    Masters masters;

    @Inject
    Reports reports;

    @Inject
    Waivers waivers;

    @Inject
    Clock clock;

    /** @param since the number of the revision that it is compared with; none for the version that is published */
    @GET
    public Page show(@PathParam("submission") String submission, @QueryParam("since") @DefaultValue("") String since) {
        return page(request.coreCaller(), uuid(submission), since, TypedForm.NOTHING);
    }

    @GET
    @Path("package")
    @Produces("application/zip")
    public Response packed(@PathParam("submission") String submission) {
        CoreCaller caller = request.coreCaller();
        Submission there = submissions
                .must(caller.enterprise().id(), caller.actor(), uuid(submission))
                .submission();
        return Response.ok(submissions.bytes(there.current()))
                .type("application/zip")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + there.course() + "-candidate-"
                                + there.current().no() + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What was never published, for those who may look at the candidate. */
    @GET
    @Path("files/{digest}")
    @Produces({"image/png", "image/jpeg", "image/webp", "video/webm", "video/mp4", "text/vtt"})
    public Response file(@PathParam("submission") String submission, @PathParam("digest") String digest) {
        CoreCaller caller = request.coreCaller();
        CoursePackage.Media file = submissions.file(
                caller.enterprise().id(),
                caller.actor(),
                uuid(submission),
                Digest.parse(digest)
                        .orElseThrow(() -> new Refusal.NotFound(Message.of("approval.submission.not-found"))));
        return Response.ok(file.bytes())
                .type(file.type().type())
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("revisions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(megabytes = 96)
    public Response handIn(
            @PathParam("submission") String submission,
            @FormParam("package") @Nullable EntityPart file,
            @FormParam("seen") @Nullable EntityPart seen) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        return done(
                caller,
                submission,
                TypedForm.NOTHING,
                "approval.submission.handed-in",
                () -> submissions.handIn(
                        caller.enterprise().id(),
                        caller.actor(),
                        uuid(submission),
                        Uploaded.text(seen),
                        Uploaded.bytes(file)));
    }

    @POST
    @Path("putting-forward")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putForward(@PathParam("submission") String submission, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        return done(
                caller,
                submission,
                typed,
                "approval.submission.put-forward",
                () -> submissions.putForward(
                        caller.enterprise().id(),
                        caller.actor(),
                        uuid(submission),
                        typed.value("seen"),
                        typed.value("reason")));
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("submission") String submission, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        return done(
                caller,
                submission,
                typed,
                "approval.submission.withdrawn",
                () -> submissions.withdraw(
                        caller.enterprise().id(), caller.actor(), uuid(submission), typed.value("reason")));
    }

    @POST
    @Path("lanes/{lane}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @PathParam("submission") String submission,
            @PathParam("lane") String lane,
            MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCaller();
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        return done(
                caller,
                submission,
                typed,
                "approval.lane.said",
                () -> submissions.say(
                        caller.enterprise().id(),
                        caller.actor(),
                        uuid(submission),
                        Lane.find(lane).orElseThrow(() -> new Refusal.NotFound(Message.of("approval.lane.not-asked"))),
                        Opinion.Kind.find(typed.value("opinion"))
                                .orElseThrow(
                                        () -> new Refusal.Invalid("opinion", Message.of("approval.lane.no-opinion"))),
                        typed.value("seen"),
                        typed.value("reason")));
    }

    @POST
    @Path("publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("submission") String submission, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            Publishing.Published published = submissions.publish(
                    caller.enterprise().id(), caller.actor(), uuid(submission), typed.value("seen"));
            return new Flash(
                            Tone.SUCCESS,
                            Message.of("approval.submission.published").with("version", published.no()))
                    .shownAt(request.address(), ApprovalsResource.PLACE + "/" + uuid(submission));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(caller, submission, typed.with(refused));
        }
    }

    private interface Step {
        void take();
    }

    /** What was written is not lost: it stands on the page that says why it could not be. */
    private Response done(CoreCaller caller, String submission, TypedForm typed, String said, Step step) {
        try {
            step.take();
            return new Flash(Tone.SUCCESS, Message.of(said))
                    .shownAt(request.address(), ApprovalsResource.PLACE + "/" + uuid(submission));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(caller, submission, typed.with(refused));
        }
    }

    private Response again(CoreCaller caller, String submission, TypedForm typed) {
        boolean isConflict =
                typed.wrong().filter(Refusal.Conflict.class::isInstance).isPresent();
        return Response.status(isConflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page(caller, uuid(submission), "", typed))
                .build();
    }

    private Page page(CoreCaller caller, UUID id, String since, TypedForm typed) {
        EnterpriseId enterprise = caller.enterprise().id();
        Listed listed = submissions.must(enterprise, caller.actor(), id);
        Submission submission = listed.submission();
        Revision current = submission.current();
        ReadCandidate read = submissions.candidate(enterprise, current);
        Optional<Revision> earlier = submission.revisions().stream()
                .filter(revision -> revision.no() < current.no()
                        && String.valueOf(revision.no()).equals(since))
                .findFirst();
        Optional<AssetVersion> before = earlier.map(
                        revision -> submissions.candidate(enterprise, revision).version())
                .or(() -> masters.findVersion(enterprise, submission.course(), current.base()));
        Seating seating = seats.of(enterprise);
        boolean isHand = submission.hands().contains(caller.actor());
        boolean mayPublish = rights.may(caller, DecisionRights.GLOBAL, Act.publishing(current.change()))
                && !(submission.fourEyes() && isHand);
        return Page.of(
                "approval/submission",
                new SubmissionPage(
                        listed,
                        read,
                        Differences.between(before, read.version()),
                        earlier.map(Revision::no).orElse(0),
                        reports.judge(enterprise, read.candidate()),
                        waivers.holding(enterprise, submission.course()),
                        submission.lanes().stream()
                                .map(review -> view(submission, review, seating, caller.actor()))
                                .toList(),
                        masters.findCurrent(enterprise, submission.course()).isPresent()
                                && (caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR)),
                        caller.is(CoreRole.AUTHOR) && submission.state().open(),
                        (caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR))
                                && submission.state().open(),
                        mayPublish && submission.state() == State.APPROVED,
                        new People(seats.names(enterprise)),
                        typed));
    }

    private LaneView view(Submission submission, LaneReview review, Seating seating, UUID reader) {
        Optional<Seat> own = seating.find(reader, review);
        boolean isAsked = submission.state() == State.IN_REVIEW || submission.state() == State.APPROVED;
        return new LaneView(
                review,
                seating.holding(review.lane(), review.grounds()),
                isAsked ? own : Optional.empty(),
                submission.fourEyes() && submission.hands().contains(reader),
                isAsked && review.overdueAt(clock.instant()));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("approval.submission.not-found"));
        }
    }
}
