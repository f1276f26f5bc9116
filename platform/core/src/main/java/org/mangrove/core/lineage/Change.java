package org.mangrove.core.lineage;

import java.util.List;

/** What an override does to the asset above it. */
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

    /**
     * Puts a block elsewhere, with what was inserted behind it.
     *
     * @param after the block that it comes behind
     * @param trail as of an insertion
     */
    record Move(String block, String after, List<String> trail) implements Change {

        public Move {
            trail = List.copyOf(trail);
        }
    }

    /** The field of the block that it is about; empty if it is about the block as a whole. */
    default String field() {
        return "";
    }

    /** The same without what it would hold on to if its anchor went. */
    default Change withoutTrail() {
        return switch (this) {
            case Set set -> set;
            case Clear clear -> clear;
            case Hide hide -> hide;
            case InsertAfter(String block, List<String> trail, Block inserted) ->
                new InsertAfter(block, List.of(), inserted);
            case Move(String block, String after, List<String> trail) -> new Move(block, after, List.of());
        };
    }

    /** What it changes: no two changes of an overlay have the same. */
    default String subject() {
        return switch (this) {
            case Set(String block, String field, Field value) -> block + "/" + field;
            case Clear(String block, String field) -> block + "/" + field;
            case Hide(String block) -> block + " hidden";
            case InsertAfter(String block, List<String> trail, Block inserted) -> inserted.id() + " inserted";
            case Move(String block, String after, List<String> trail) -> block + " moved";
        };
    }
}
