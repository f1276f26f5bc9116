package org.mangrove.core.content;

/**
 * Something about an adaptation that a person should look at; it was applied as well as could be.
 *
 * @param block the block it is about
 */
public record Finding(String space, String block, Kind kind) {

    /** What there is to look at. */
    public enum Kind {
        /** What was overridden has changed since. */
        DRIFTED,
        /** What was overridden is gone. */
        ORPHANED,
        /** What an insertion came after is gone; it moved to the nearest block that is left. */
        REANCHORED,
        /** The master has a block of the same id by now; the insertion goes by another one. */
        RENAMED
    }
}
