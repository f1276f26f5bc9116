package org.mangrove.core.identity.web;

/** A token is not what it should be. Its message is for the log: it holds nothing of the token. */
final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the one who showed the token can do about it. */
    enum Why {
        /** Forged, old, for somebody else, or shown before. */
        INVALID,
        /** Good, but the account does not belong to the tenant's organization. */
        NOT_OF_THIS_ORGANIZATION
    }

    private final Why why;

    TokenRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
