package org.mangrove.core.audit;

/** Lets go of what takes long when somebody has asked for it. */
final class Interruption {

    private Interruption() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("Asked to stop");
        }
    }
}
