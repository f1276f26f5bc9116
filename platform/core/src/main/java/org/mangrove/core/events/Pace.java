package org.mangrove.core.events;

import java.time.Duration;
import java.time.Instant;

/**
 * How much one reader is given at once, and how soon again after it has failed. Whoever fails is given half as much, until it
 * is one event alone: that one is tried some times more, with pauses that double, before it is set aside. So a reader whose
 * database is away for as long as one is patient loses nothing, and one bad event costs few repetitions of the good ones around it.
 *
 * <p>For the thread of one reader.
 */
final class Pace {

    private static final int TRIES_ALONE = 6;

    /** So many times the first pause are all of them together, each being twice the one before. */
    private static final int FIRST_PAUSES = (1 << TRIES_ALONE - 1) - 1;

    private final int most;
    private final Duration firstPause;
    private int atOnce;
    private int failuresAlone;
    private Instant notBefore = Instant.MIN;

    /**
     * @param most how many events the reader is given at once as long as it does not fail
     * @param patience how long one event alone is tried
     */
    Pace(int most, Duration patience) {
        this.most = most;
        this.firstPause = patience.dividedBy(FIRST_PAUSES);
        this.atOnce = most;
    }

    int atOnce() {
        return atOnce;
    }

    /** How long to wait from {@code now} on until it may be given something. */
    Duration pause(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    void taken() {
        atOnce = Math.min(most, atOnce * 2);
        failuresAlone = 0;
    }

    /** @return whether it has been tried often enough to be set aside */
    boolean failed(Instant now) {
        if (atOnce > 1) {
            atOnce = Math.max(1, atOnce / 2);
            return false;
        }
        failuresAlone++;
        notBefore = now.plus(firstPause.multipliedBy(1L << failuresAlone - 1));
        return failuresAlone >= TRIES_ALONE;
    }

    /** Waits as after a failure, without counting one: it was not the reader's. */
    void hold(Instant now) {
        notBefore = now.plus(firstPause);
    }

    /** What it failed with is out of the way. */
    void wasSetAside() {
        failuresAlone = 0;
        notBefore = Instant.MIN;
    }
}
