package org.mangrove.core.lineage;

/**
 * Something about an adaptation, or about what a market has to observe, that a person should look at.
 *
 * @param block the block it is about
 * @param field of the block, or empty if it is about the block as a whole
 */
public record Finding(String space, String block, String field, Kind kind) {

    /** What there is to look at. */
    public enum Kind {
        /** What was overridden has changed since. */
        DRIFTED,
        /** What was overridden is gone. */
        ORPHANED,
        /** What an insertion or a moved block came after is gone; it went to the nearest block that is left. */
        REANCHORED,
        /** The master has a block of the same id by now; the insertion goes by another one. */
        RENAMED,
        /** A lock that came later forbids it; it is applied until the grace ends. */
        IN_GRACE,
        /** A lock forbids it: it is kept, and not applied. */
        WITHHELD,
        /** It demands less than what is above by now, and nobody has opened it: it is kept, and not applied. */
        TOO_LOOSE,
        /** It was written against what the law does not allow any more: it is kept, and not applied. */
        OUTLAWED,
        /** What the block says is not verified for the law here, or not any more: it is left out. */
        UNVERIFIED,
        /** The market must say it in its own way before anything is shown. */
        TO_LOCALIZE
    }

    static Finding of(String space, Change change, Kind kind) {
        return new Finding(
                space,
                change instanceof Change.InsertAfter insertion
                        ? insertion.inserted().id()
                        : change.block(),
                change.field(),
                kind);
    }
}
