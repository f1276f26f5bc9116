package org.mangrove.core.events;

/** A reader could not take what it was given; its cause says why. The outbox itself is well. */
final class ReaderFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable why;

    ReaderFailed(Throwable why) {
        super("A reader could not take what it was given", why, false, false);
        this.why = why;
    }

    Throwable why() {
        return why;
    }
}
