package org.mangrove.core.approval.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.approval.LaneReview;
import org.mangrove.core.approval.Opinion;
import org.mangrove.core.approval.Seating;
import org.mangrove.core.approval.Seats;
import org.mangrove.core.approval.State;
import org.mangrove.core.approval.Submission;
import org.mangrove.core.approval.Submissions;
import org.mangrove.core.approval.Submissions.Listed;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.tenancy.EnterpriseId;

/** What the list of candidates shows to somebody. */
@RequestScoped
public class Worklist {

    @Inject
    Submissions submissions;

    @Inject
    Seats seats;

    @Inject
    RightsBook rights;

    @Inject
    Clock clock;

    /** Which candidates are looked for. */
    public enum Show {
        /** What waits for the reader. */
        MINE,
        OPEN,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String word) {
            return Stream.of(values())
                    .filter(show -> show.word().equals(word))
                    .findFirst()
                    .orElse(MINE);
        }
    }

    /**
     * A lane of a candidate.
     *
     * @param nobody whether nobody sits there who could agree
     */
    public record LaneMark(LaneReview review, boolean mine, boolean overdue, boolean nobody) {}

    public record Row(Listed listed, List<LaneMark> lanes, boolean waitsForMe) {

        public Submission submission() {
            return listed.submission();
        }

        /** By when the lane should have spoken that is asked for first. */
        public Optional<Instant> due() {
            return submission().state() == State.IN_REVIEW ? submission().due() : Optional.empty();
        }
    }

    /** @param lane only those that are asked in it; empty for all */
    List<Row> of(CoreCaller caller, Show show, Optional<Lane> lane, int from, int most) {
        EnterpriseId enterprise = caller.enterprise().id();
        Seating seating = seats.of(enterprise);
        boolean assigns = rights.may(caller, DecisionRights.GLOBAL, Act.ASSIGN);
        Instant now = clock.instant();
        List<Listed> found = show == Show.CLOSED
                ? submissions.closed(enterprise, caller.actor())
                : submissions.open(enterprise, caller.actor());
        return found.stream()
                .map(listed -> row(listed, caller.actor(), seating, assigns, now))
                .filter(row -> show != Show.MINE || row.waitsForMe())
                .filter(row ->
                        lane.isEmpty() || row.submission().find(lane.get()).isPresent())
                .skip(from)
                .limit(most)
                .toList();
    }

    private static Row row(Listed listed, UUID reader, Seating seating, boolean assigns, Instant now) {
        Submission submission = listed.submission();
        boolean asks = submission.state() == State.IN_REVIEW;
        List<LaneMark> marks = submission.lanes().stream()
                .map(review -> new LaneMark(
                        review,
                        seating.find(reader, review).isPresent(),
                        asks && review.overdueAt(now),
                        seating.holding(review.lane(), review.grounds()).isEmpty()))
                .toList();
        boolean own = submission.hands().contains(reader);
        boolean asAuthor = own
                && (submission.state() == State.DRAFT
                        || submission.state() == State.APPROVED
                        || asks && submission.lanes().stream().anyMatch(Worklist::asksForChange));
        boolean asReviewer = asks
                && !(own && submission.fourEyes())
                && marks.stream().anyMatch(mark -> mark.mine() && mark.review().silent());
        boolean asGovernor = assigns
                && asks
                && marks.stream().anyMatch(mark -> mark.review().silent() && (mark.overdue() || mark.nobody()));
        boolean toPublish = assigns && submission.state() == State.APPROVED && submission.fourEyes();
        return new Row(listed, marks, asAuthor || asReviewer || asGovernor || toPublish);
    }

    private static boolean asksForChange(LaneReview review) {
        return review.opinion()
                .filter(said -> said.kind() == Opinion.Kind.CHANGES_ASKED)
                .isPresent();
    }
}
