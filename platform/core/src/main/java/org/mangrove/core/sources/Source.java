package org.mangrove.core.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a system that sends and reads statements is doing, as it was some minutes ago at most.
 *
 * @param id its credential's
 * @param statements all that it ever sent
 * @param lag between what the newest statement says of when it happened, and its storing
 */
public record Source(
        UUID id,
        long statements,
        Optional<Instant> lastStored,
        Optional<Duration> lag,
        Optional<Instant> lastError,
        int lastErrorStatus,
        Traffic day,
        Traffic week) {

    /**
     * What came and went in a while.
     *
     * @param refused what the sender must mend
     * @param failed what we must mend
     * @param turnedAway what was over the limit
     */
    public record Traffic(long requests, long statements, long refused, long failed, long turnedAway) {

        public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

        public long errors() {
            return refused + failed + turnedAway;
        }
    }

    /** Of a system that nothing is known of. */
    public static Source silent(UUID id) {
        return new Source(id, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, Traffic.NONE, Traffic.NONE);
    }
}
