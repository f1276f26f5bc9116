package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a finding stands: worked out of what was found and what was decided, and never stored. */
public enum FindingState {
    /** Nobody has decided anything that still counts. */
    OPEN,
    /** Somebody has been asked to do something about it. */
    ASSIGNED,
    /** It was mended; the next run shows whether it is gone. */
    MENDED,
    /** It stays as it is, for now. */
    ACCEPTED,
    /** The last run that looked for it did not find it any more. */
    GONE;

    public static FindingState of(KeptFinding finding, List<Act> acts, LocalDate today) {
        if (finding.goneAt().isPresent()) {
            return GONE;
        }
        List<Act> counting = acts.stream().filter(act -> act.canBeUndone(acts)).toList();
        if (counting.stream().anyMatch(act -> act.kind().mends() && act.at().isAfter(finding.seenAt()))) {
            return MENDED;
        }
        if (counting.stream().anyMatch(act -> accepts(act, finding, today))) {
            return ACCEPTED;
        }
        return counting.stream().anyMatch(act -> act.kind() == ActKind.TASK) ? ASSIGNED : OPEN;
    }

    /** What has come since was never accepted. */
    static boolean accepts(Act act, KeptFinding finding, LocalDate today) {
        return act.kind() == ActKind.ACCEPT
                && act.lastDay().filter(day -> !day.isBefore(today)).isPresent()
                && act.details().marks().containsAll(finding.marks());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FindingState> find(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
