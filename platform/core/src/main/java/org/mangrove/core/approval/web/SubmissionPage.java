package org.mangrove.core.approval.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.approval.Differences;
import org.mangrove.core.approval.LaneReview;
import org.mangrove.core.approval.ReadCandidate;
import org.mangrove.core.approval.Revision;
import org.mangrove.core.approval.Seat;
import org.mangrove.core.approval.State;
import org.mangrove.core.approval.Submission;
import org.mangrove.core.approval.Submissions.Listed;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.quality.CriterionKind;
import org.mangrove.core.quality.Finding;
import org.mangrove.core.quality.Report;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A candidate to look at.
 *
 * @param since the number of the revision that it is compared with; 0 for the version that is published
 * @param hasMaster whether there is a master that the reader may look at
 * @param mayWrite whether the reader may hand in and put forward
 * @param typed what somebody has written that could not be done
 */
public record SubmissionPage(
        Listed listed,
        ReadCandidate read,
        Differences differences,
        int since,
        Report report,
        Set<CriterionKind> waived,
        List<LaneView> lanes,
        boolean hasMaster,
        boolean mayWrite,
        boolean mayWithdraw,
        boolean mayPublish,
        People people,
        TypedForm typed) {

    private static final int FINDINGS_SHOWN = 20;

    /**
     * @param sitting all whose opinion counts
     * @param own the reader's seat, if they may say something now
     * @param ownWork whether the reader has written it and may therefore not agree to it
     */
    public record LaneView(
            LaneReview review, List<Seat> sitting, Optional<Seat> own, boolean ownWork, boolean overdue) {

        public Tone tone() {
            return review.opinion()
                    .map(said -> switch (said.kind()) {
                        case APPROVED -> Tone.SUCCESS;
                        case CHANGES_ASKED -> Tone.WARNING;
                        case REFUSED -> Tone.DANGER;
                    })
                    .orElse(overdue ? Tone.DANGER : Tone.NEUTRAL);
        }

        public Message state() {
            return Message.of("approval.opinion."
                    + review.opinion().map(said -> said.kind().word()).orElse("none"));
        }
    }

    public Submission submission() {
        return listed.submission();
    }

    public Revision current() {
        return submission().current();
    }

    public String home() {
        return ApprovalsResource.PLACE + "/" + listed.id();
    }

    /** Whether a side of the comparison is a revision of this candidate, and not what is published. */
    public boolean isOfCandidate(boolean isNow) {
        return isNow || since > 0;
    }

    public List<Revision> earlier() {
        return submission()
                .revisions()
                .subList(0, submission().revisions().size() - 1)
                .reversed();
    }

    public Message change() {
        return Message.of("content.masters.change-" + current().change().toLowerCase(Locale.ROOT));
    }

    /** What would keep it from being published. */
    public List<Finding> blocking() {
        return report.blocking(waived).stream().limit(FINDINGS_SHOWN).toList();
    }

    public List<Finding> hints() {
        List<Finding> blocking = report.blocking(waived);
        return report.findings().stream()
                .filter(finding -> !blocking.contains(finding))
                .limit(FINDINGS_SHOWN)
                .toList();
    }

    public int moreFindings() {
        return report.findings().size() - blocking().size() - hints().size();
    }

    public List<Refusal.Detail> details() {
        return typed.wrong()
                .filter(Refusal.Invalid.class::isInstance)
                .map(refusal -> ((Refusal.Invalid) refusal).details())
                .orElse(List.of());
    }

    public static Tone tone(State state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> Tone.NEUTRAL;
            case IN_REVIEW -> Tone.INFO;
            case APPROVED, PUBLISHED -> Tone.SUCCESS;
            case REFUSED -> Tone.DANGER;
        };
    }
}
