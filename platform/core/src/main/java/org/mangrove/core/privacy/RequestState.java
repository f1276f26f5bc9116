package org.mangrove.core.privacy;

/** How far a request has come. */
public enum RequestState {
    /** An erasure that an admin has to decide. */
    ASKED(true),
    /** To be done, or being done. */
    APPROVED(true),
    /** An export that can be had. */
    READY(false),
    /** An export that cannot be had any more. */
    EXPIRED(false),
    /** Erased; a search for the person finds nothing. */
    PROVED(false),
    /** Erased but for what the law demands to be kept until its day. */
    KEPT(false),
    /** Erased, and yet a search finds something: somebody has to look. */
    NOT_PROVED(true),
    REFUSED(false),
    WITHDRAWN(false),
    /** Tried and failed too often: somebody has to look. */
    FAILED(true);

    private final boolean open;

    RequestState(boolean open) {
        this.open = open;
    }

    /** Whether the term that the law sets still runs. */
    public boolean isOpen() {
        return open;
    }
}
