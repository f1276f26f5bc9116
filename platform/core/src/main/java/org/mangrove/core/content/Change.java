package org.mangrove.core.content;

import java.util.List;

/** What an override does to the course above it. */
public sealed interface Change {

    /** The block it is about; for an insertion, the one it comes after. */
    String block();

    /** Puts something else into a field, in all languages: words of the master in other languages would mean something else. */
    record Set(String block, String field, Field value) implements Change {}

    /** Empties a field. */
    record Clear(String block, String field) implements Change {}

    /** Leaves a block out. */
    record Hide(String block) implements Change {}

    /**
     * Adds a block of one's own.
     *
     * @param trail the blocks before the anchor when this was written, the nearest first. If the anchor goes, the insertion
     *     moves to the nearest of them that is left, and is not lost
     */
    record InsertAfter(String block, List<String> trail, Block inserted) implements Change {

        public InsertAfter {
            trail = List.copyOf(trail);
        }
    }
}
