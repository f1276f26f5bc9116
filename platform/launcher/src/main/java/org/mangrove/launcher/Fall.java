package org.mangrove.launcher;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notices when a part of a running stack ends by itself, and wakes the thread that made it. */
final class Fall {

    /** So long a process that was killed may take to be seen as gone, after others have lost their connections to it. */
    private static final long UNNOTICED_SECONDS = 2;

    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch happened = new CountDownLatch(1);
    private @Nullable String sentence;

    Fall(Stack stack) {
        stack.ifAPartEndsByItself(this::happened);
    }

    private synchronized void happened(String said) {
        if (sentence == null) {
            sentence = said;
            happened.countDown();
            waiting.interrupt();
        }
    }

    /** @throws Trouble when it has happened */
    void await() {
        try {
            happened.await();
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        }
        throw new Trouble(find().orElse("Stopped."));
    }

    /** What is to be said of the first part that ended, if one has. */
    Optional<String> find() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!happened.await(UNNOTICED_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            return Optional.ofNullable(sentence);
        }
    }
}
