package org.mangrove.core.forwarding;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after so many failures in a row: twice as long each time, at most a quarter of an hour. Half of it is chance,
 * so that those who failed together do not come back together.
 */
final class BackOff {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Nobody waits longer because they were told to. */
    static final Duration LONGEST_TOLD = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 20;

    private BackOff() {}

    /** @param failures at least one */
    static Duration after(int failures, RandomGenerator random) {
        long whole =
                Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    /** What the other side asked for counts, if it is longer than we would wait, and not absurd. */
    static Duration atLeast(Duration asked, Duration ours) {
        Duration bounded = asked.compareTo(LONGEST_TOLD) > 0 ? LONGEST_TOLD : asked;
        return bounded.compareTo(ours) > 0 ? bounded : ours;
    }
}
