package org.mangrove.core.adaptation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import org.mangrove.sdk.TenantId;

/**
 * Which tenant is to be looked at when. Whoever is put on it twice is looked at once, at the earlier time. Of those that are due at
 * the same time it is the turn of the one that has waited longest, so that a busy neighbour keeps nobody waiting.
 */
final class Agenda {

    /** A clock that is set anew is noticed after this time at the latest. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(20);

    /** @param turn who was put on it first has the lowest */
    private record Due(Instant at, long turn) {

        static final Comparator<Due> FIRST = Comparator.comparing(Due::at).thenComparingLong(Due::turn);
    }

    private final Map<TenantId, Due> due = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long turn;

    void put(TenantId tenant, Instant at) {
        lock.lock();
        try {
            due.merge(tenant, new Due(at, turn++), BinaryOperator.minBy(Due.FIRST));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the one that is due first, and takes it off. */
    TenantId take(Clock clock) throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Optional<Map.Entry<TenantId, Due>> first =
                        due.entrySet().stream().min(Map.Entry.comparingByValue(Due.FIRST));
                Duration until = first.map(entry -> Duration.between(
                                clock.instant(), entry.getValue().at()))
                        .orElse(LONGEST_SLEEP);
                if (first.isPresent() && !until.isPositive()) {
                    TenantId tenant = first.get().getKey();
                    due.remove(tenant);
                    return tenant;
                }
                changed.await(Math.min(until.toMillis() + 1, LONGEST_SLEEP.toMillis()), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
