package org.mangrove.core.adaptation;

/** How a text of a course stands in a market. */
public enum Standing {
    /** As it comes from above. */
    AS_ABOVE,
    /** The market must say it in its own way before the course is shown. */
    TO_LOCALIZE,
    /** The market's own; nothing has changed above. */
    OURS,
    /** Above it says now what the market says. */
    EQUAL,
    /** Both have changed, and both can be had. */
    JOINABLE,
    /** Both have changed the same: somebody decides. */
    DISPUTED,
    /** What the market says it about is not there any more: somebody decides. */
    GONE,
    /** A lock that came later forbids it; it is shown until the grace ends. */
    IN_GRACE,
    /** A lock forbids it: it is kept, and not shown. */
    WITHHELD,
    /** The law does not allow any more what it was written against: it is kept, and not shown. */
    OUTLAWED;

    /** Whether a person has to look at it. */
    public boolean waits() {
        return switch (this) {
            case AS_ABOVE, OURS, EQUAL, JOINABLE -> false;
            case TO_LOCALIZE, DISPUTED, GONE, IN_GRACE, WITHHELD, OUTLAWED -> true;
        };
    }

    /** Whether it can go on without anybody's decision. */
    public boolean goesByItself() {
        return this == EQUAL || this == JOINABLE;
    }
}
