package org.mangrove.core.authoring;

import java.util.Locale;

/** What somebody has done in a draft. */
public enum Act {
    BEGUN,
    WRITTEN,
    INSERTED,
    REMOVED,
    MOVED,
    /** What is said about the course as a whole. */
    DESCRIBED,
    /** A language came or went. */
    LANGUAGES,
    FILE,
    /** What a reused block shows from now on. */
    REUSED,
    /** What was published meanwhile was taken in. */
    CAUGHT_UP,
    UNDONE,
    REDONE,
    /** Back to a step of one's choice. */
    RETURNED;

    /** As keys of messages have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
