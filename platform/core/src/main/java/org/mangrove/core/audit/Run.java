package org.mangrove.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run of the audit.
 *
 * @param askedBy an actor; empty if it was due by the day
 * @param attempts how often it was begun
 * @param step what it is at, such as {@code inventory} or the word of a kind
 * @param stepsDone of {@link #STEPS}
 * @param outcome empty until it has ended
 */
public record Run(
        UUID id,
        RunState state,
        Instant askedAt,
        Optional<UUID> askedBy,
        int attempts,
        String step,
        int stepsDone,
        Optional<Instant> endedAt,
        Optional<RunOutcome> outcome) {

    /** Reading the inventory, each kind, and writing down what was found. */
    public static final int STEPS = FindingKind.values().length + 2;

    static final String READING = "inventory";
    static final String WRITING = "writing";

    public boolean isOpen() {
        return state == RunState.ASKED || state == RunState.RUNNING;
    }

    /** What it is looking for, if that is what it does. */
    public Optional<FindingKind> stepKind() {
        return FindingKind.find(step);
    }

    /** Why it came to nothing. */
    public String problem() {
        return outcome.map(RunOutcome::problem).orElse("");
    }

    public double share() {
        return (double) stepsDone / STEPS;
    }
}
