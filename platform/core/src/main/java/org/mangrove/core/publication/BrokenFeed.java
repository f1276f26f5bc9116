package org.mangrove.core.publication;

/** What came over the feed is not what the core has published. Nothing of it was applied. */
public final class BrokenFeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenFeed(String what) {
        super(what);
    }

    public BrokenFeed(String what, Throwable cause) {
        super(what, cause);
    }
}
