package org.mangrove.core.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a master is given up, and what happens to whoever is in the middle of it.
 *
 * @param since the first day on which nobody can begin it any more
 * @param lastDay on which whoever has begun it can finish it; the day before {@code since} if the law ends it
 * @param reason said to markets, and not to learners
 * @param successor the key of a master that takes its place
 */
public record Retirement(
        UUID id,
        String course,
        LocalDate since,
        LocalDate lastDay,
        Grounds grounds,
        String reason,
        Optional<String> successor,
        Instant announcedAt) {

    /** Why it is given up. */
    public enum Grounds {
        /** Whoever is in the middle may finish. */
        ORDINARY,
        /** The law does not let anybody go on with it, and no market keeps it. */
        REGULATORY
    }

    public Retirement {
        if (lastDay.isBefore(since.minusDays(1))) {
            throw new IllegalArgumentException("Nobody could finish before it is retired");
        }
    }

    public boolean endsByLaw() {
        return grounds == Grounds.REGULATORY;
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since);
    }
}
