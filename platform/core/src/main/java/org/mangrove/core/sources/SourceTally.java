package org.mangrove.core.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What one source has done since it was last written down. Many threads count at once, one takes. */
final class SourceTally {

    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final LongAdder requests = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final AtomicReference<Optional<Stored>> lastStored = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Failure>> lastError = new AtomicReference<>(Optional.empty());

    /** @param lag between what happened and its storing, if the sender said when it happened */
    record Stored(Instant at, Optional<Duration> lag) {}

    record Failure(Instant at, int status) {}

    /** What was counted, to be added to what is written down. */
    record Taken(
            long requests,
            long statements,
            long refused,
            long failed,
            long turnedAway,
            Optional<Stored> lastStored,
            Optional<Failure> lastError) {

        boolean isNothing() {
            return requests == 0 && statements == 0 && turnedAway == 0;
        }
    }

    void answered(int status, Instant now) {
        requests.increment();
        if (status >= REFUSED) {
            (status >= FAILED ? failed : refused).increment();
            lastError.set(Optional.of(new Failure(now, status)));
        }
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void stored(int count, Optional<Instant> happened, Instant now) {
        statements.add(count);
        lastStored.set(Optional.of(new Stored(now, happened.map(at -> lag(at, now)))));
    }

    Taken take() {
        return new Taken(
                requests.sumThenReset(),
                statements.sumThenReset(),
                refused.sumThenReset(),
                failed.sumThenReset(),
                turnedAway.sumThenReset(),
                lastStored.getAndSet(Optional.empty()),
                lastError.getAndSet(Optional.empty()));
    }

    /** A clock that is ahead of ours makes no lag of less than nothing. */
    private static Duration lag(Instant happened, Instant now) {
        return happened.isAfter(now) ? Duration.ZERO : Duration.between(happened, now);
    }
}
