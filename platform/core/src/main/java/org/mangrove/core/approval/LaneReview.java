package org.mangrove.core.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mangrove.core.governance.Lane;

/**
 * Where a lane stands with a candidate.
 *
 * @param days how long it has
 * @param grounds the spaces because of which it is asked
 * @param since from which revision on it is asked: what was said before is about something else
 * @param due by when it should have said something; empty as long as nobody is asked
 * @param opinion what it says of the revision that it is asked about, if anything
 */
public record LaneReview(
        Lane lane, int days, Set<String> grounds, int since, Optional<Instant> due, Optional<Opinion> opinion) {

    public LaneReview {
        grounds = Collections.unmodifiableSet(new TreeSet<>(grounds));
    }

    LaneReview asked(Instant now) {
        return new LaneReview(lane, days, grounds, since, Optional.of(now.plus(Duration.ofDays(days))), opinion);
    }

    LaneReview saying(Opinion said) {
        return new LaneReview(lane, days, grounds, since, due, Optional.of(said));
    }

    public boolean approved() {
        return opinion.filter(said -> said.kind() == Opinion.Kind.APPROVED).isPresent();
    }

    /** Whether it has still to say something. */
    public boolean silent() {
        return opinion.isEmpty();
    }

    /** Whether the governors are asked too. */
    public boolean overdueAt(Instant now) {
        return silent() && due.filter(now::isAfter).isPresent();
    }
}
