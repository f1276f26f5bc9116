package org.mangrove.core.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a letter waits after each attempt that failed: about a day in all, then it is given up. */
final class Patience {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(16));

    private Patience() {}

    /** @param attempts that have failed, at least one */
    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
