package org.mangrove.journeys;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How often the node has come back, for those who were using it when it went. */
final class Outages {

    private static final long PATIENCE_SECONDS = 300;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private int survived;

    int survived() {
        lock.lock();
        try {
            return survived;
        } finally {
            lock.unlock();
        }
    }

    void isBack() {
        lock.lock();
        try {
            survived++;
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the node has come back more often than {@code before}. */
    void awaitMoreThan(int before) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (survived <= before) {
                if (left <= 0) {
                    throw new TimeoutException("The node gave no answer, though nobody had killed it");
                }
                left = over.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
