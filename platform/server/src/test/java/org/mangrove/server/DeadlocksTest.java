package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.ClockByHand;

class DeadlocksTest {

    private final ClockByHand clock = new ClockByHand(Instant.parse("2026-06-01T08:00:00Z"));
    private final Deadlocks deadlocks = new Deadlocks();

    @Test
    void threads_count_when_they_still_wait_for_each_other_after_a_while() throws InterruptedException {
        deadlocks.clock = clock;
        assertThat(deadlocks.count()).isZero();
        List<Thread> two = waitingForEachOther();

        assertThat(deadlocks.count())
                .as("a wait with an end may come to its end")
                .isZero();
        clock.pass(Deadlocks.PATIENCE);
        assertThat(deadlocks.count()).isEqualTo(2);

        two.forEach(Thread::interrupt);
        for (Thread thread : two) {
            thread.join();
        }
        assertThat(deadlocks.count()).isZero();
    }

    private static List<Thread> waitingForEachOther() throws InterruptedException {
        var one = new ReentrantLock();
        var other = new ReentrantLock();
        var bothHold = new CyclicBarrier(2);
        List<Thread> two = Stream.of(holding(one, other, bothHold), holding(other, one, bothHold))
                .toList();
        two.forEach(Thread::start);
        while (!one.hasQueuedThreads() || !other.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        return two;
    }

    private static Thread holding(ReentrantLock first, ReentrantLock second, CyclicBarrier bothHold) {
        return new Thread(() -> {
            first.lock();
            try {
                bothHold.await();
                second.lockInterruptibly();
            } catch (Exception interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                first.unlock();
            }
        });
    }
}
