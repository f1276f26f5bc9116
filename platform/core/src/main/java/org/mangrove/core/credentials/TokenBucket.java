package org.mangrove.core.credentials;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * So many of something in a while, and no more than a burst of it at once. Without locks: it keeps one number, the time at which
 * it will be full again.
 *
 * <p>Time is told in nanoseconds that go on steadily, as {@link System#nanoTime()} does.
 */
final class TokenBucket {

    private final long between;
    private final long burst;
    private final AtomicLong fullAgain;

    /**
     * @param perMinute how many come back in a minute
     * @param atOnce how many it holds
     */
    TokenBucket(long perMinute, long atOnce, long now) {
        this.between = TimeUnit.MINUTES.toNanos(1) / perMinute;
        this.burst = between * atOnce;
        this.fullAgain = new AtomicLong(now);
    }

    static TokenBucket perSecond(int rate, long now) {
        return new TokenBucket(60L * rate, rate, now);
    }

    /** @return how long to wait before there is one; zero if one was taken */
    Duration take(long now) {
        while (true) {
            long before = fullAgain.get();
            long after = (before - now < 0 ? now : before) + between;
            long excess = after - now - burst;
            if (excess > 0) {
                return Duration.ofNanos(excess);
            }
            if (fullAgain.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }

    /** @return as {@link #take}, and nothing is taken */
    Duration untilNext(long now) {
        long before = fullAgain.get();
        long excess = (before - now < 0 ? now : before) + between - now - burst;
        return excess > 0 ? Duration.ofNanos(excess) : Duration.ZERO;
    }
}
