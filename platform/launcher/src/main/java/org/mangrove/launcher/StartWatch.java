package org.mangrove.launcher;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a start as soon as a part that was up already goes again: whatever is started next would wait for it in vain. */
final class StartWatch {

    private final Thread starter = Thread.currentThread();
    private boolean over;
    private @Nullable String fallen;

    void over(Child child) {
        child.ifItEndsByItself(gone -> {
            synchronized (this) {
                if (!over && fallen == null) {
                    fallen = gone.lastWords();
                    starter.interrupt();
                }
            }
        });
    }

    /** @throws Trouble if a part has gone in the last moment */
    synchronized void end() {
        over = true;
        if (fallen != null) {
            Thread.interrupted();
            throw new Trouble(fallen);
        }
    }

    /** What is to be said of the first part that went. */
    synchronized Optional<String> findFallen() {
        over = true;
        if (fallen != null) {
            Thread.interrupted();
        }
        return Optional.ofNullable(fallen);
    }
}
