package org.mangrove.core.records;

/** What came of changing a document. All but {@link #DONE} have left it as it was. */
public enum DocumentOutcome {
    DONE,

    /** The condition does not hold: there is another version than those that were said, or none. */
    CONDITION_FAILED,

    /** No condition was said, and there is a document already, which would have been lost. */
    EXISTS,

    /** There is no document yet, and still a condition must be said. */
    CONDITION_MISSING,

    /** With what was there already it is more than {@link DocumentContent#MOST_BYTES}. */
    TOO_LARGE
}
