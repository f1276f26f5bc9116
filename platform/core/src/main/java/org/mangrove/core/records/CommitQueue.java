package org.mangrove.core.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be committed, handed out in groups.
 *
 * <p>A commit costs nearly the same for one as for thirty. So while another group is being written, the next one is let grow
 * until it is as large; when nobody writes, it goes at once: who is alone never waits for company.
 *
 * @param <T> what waits
 */
final class CommitQueue<T> {

    /** Longer is nobody kept waiting for others. */
    private static final long LONGEST_GATHERING = TimeUnit.MILLISECONDS.toNanos(4);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private final int mostWaiting;
    private final Limits limits;
    private int beingWritten;

    private record Waiting<T>(T what, int statements, int bytes) {}

    /** What a group has at most; its first one is taken however large it is. */
    record Limits(int requests, int statements, int bytes) {}

    CommitQueue(int mostWaiting, Limits limits) {
        this.mostWaiting = mostWaiting;
        this.limits = limits;
    }

    /** @return whether there was room for it */
    boolean offer(T what, int statements, int bytes) {
        lock.lock();
        try {
            if (waiting.size() >= mostWaiting) {
                return false;
            }
            waiting.add(new Waiting<>(what, statements, bytes));
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next group. Whoever takes it must say {@link #written} of it. */
    List<T> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                changed.await();
            }
            long patience = LONGEST_GATHERING;
            while (patience > 0 && (waiting.isEmpty() || waiting.size() < beingWritten)) {
                patience = changed.awaitNanos(patience);
            }
            while (waiting.isEmpty()) {
                changed.await();
            }
            List<T> group = group();
            beingWritten += group.size();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private List<T> group() {
        var group = new ArrayList<T>();
        int statements = 0;
        int bytes = 0;
        while (!waiting.isEmpty()
                && group.size() < limits.requests()
                && statements < limits.statements()
                && bytes < limits.bytes()) {
            Waiting<T> next = waiting.remove();
            group.add(next.what());
            statements += next.statements();
            bytes += next.bytes();
        }
        return group;
    }

    /** A group is no longer being written, however it ended. */
    void written(List<T> group) {
        lock.lock();
        try {
            beingWritten -= group.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
