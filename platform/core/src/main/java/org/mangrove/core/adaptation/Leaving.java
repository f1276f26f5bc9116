package org.mangrove.core.adaptation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.LocalChoice;

/**
 * What a market does about a course that is given up above.
 *
 * @param since from which day on it is given up; empty if it is not, and the market still keeps its own
 * @param reviewOn when the market has to look again at what it keeps
 * @param due until when somebody has to decide; empty if nothing waits
 */
public record Leaving(State state, Optional<LocalDate> since, Optional<LocalDate> reviewOn, Optional<Instant> due) {

    /** What was decided. */
    public enum State {
        UNDECIDED,
        GOES,
        REPLACED,
        KEPT,
        /** It was kept, and it is time that somebody looks at it again. */
        REVIEW_DUE;

        public boolean waits() {
            return this == UNDECIDED || this == REVIEW_DUE;
        }
    }

    static Optional<Leaving> of(
            Optional<Ending> ending, Optional<Endings.Kept> kept, LocalDate today, Deadlines.OfRetirement deadlines) {
        Optional<LocalDate> since = ending.map(there -> there.retirement().since());
        boolean isKept = kept.isPresent()
                && ending.filter(there -> there.stage() != Ending.Stage.KEPT).isEmpty();
        if (isKept) {
            LocalDate reviewOn = kept.get().reviewOn();
            boolean isDue = !deadlines.remindFrom(reviewOn).isAfter(today);
            return Optional.of(new Leaving(
                    isDue ? State.REVIEW_DUE : State.KEPT,
                    since,
                    Optional.of(reviewOn),
                    isDue ? Optional.of(deadlines.startOf(reviewOn)) : Optional.empty()));
        }
        return ending.map(there -> new Leaving(
                state(there),
                since,
                Optional.empty(),
                there.waits() ? Optional.of(deadlines.of(there.retirement())) : Optional.empty()));
    }

    private static State state(Ending ending) {
        if (ending.waits()) {
            return State.UNDECIDED;
        }
        return ending.choice()
                .filter(choice -> choice.kind() == LocalChoice.Kind.REPLACE)
                .map(choice -> State.REPLACED)
                .orElse(State.GOES);
    }

    public boolean isOverdue(Instant at) {
        return due.filter(until -> !until.isAfter(at)).isPresent();
    }
}
