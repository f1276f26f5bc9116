package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of a run.
 *
 * @param problem why it came to nothing, such as {@code too-long}; empty if it did not
 * @param kinds one each; none if it came to nothing
 * @param leftOut how many findings were more than are kept
 * @param silent the markets of which it is not known what they use
 */
public record RunOutcome(
        String problem,
        LocalDate day,
        int assets,
        int tools,
        List<KindOutcome> kinds,
        int leftOut,
        List<String> silent) {

    public RunOutcome {
        kinds = List.copyOf(kinds);
        silent = List.copyOf(silent);
    }

    /**
     * @param notKnown of how many it could not be told
     * @param examples the first of them
     */
    public record KindOutcome(FindingKind kind, int found, int fresh, int gone, int notKnown, List<String> examples) {

        public KindOutcome {
            examples = List.copyOf(examples);
        }
    }

    static RunOutcome problem(String problem, LocalDate day) {
        return new RunOutcome(problem, day, 0, 0, List.of(), 0, List.of());
    }
}
