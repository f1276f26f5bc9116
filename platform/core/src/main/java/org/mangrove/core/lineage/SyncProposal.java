package org.mangrove.core.lineage;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of the changes of one space when what is above it changes.
 *
 * @param from the version of the asset that the space has now
 * @param to the version that it would have
 * @param change the strongest of the versions between
 * @param items what of the space's is touched by it; nothing else of the space is
 */
public record SyncProposal(String asset, String space, int from, int to, ChangeClass change, List<Item> items) {

    public SyncProposal {
        items = List.copyOf(items);
    }

    /**
     * One of the space's changes, and what happened above.
     *
     * @param now what the field says above now; empty if it is gone, or if it is not about a field
     */
    public record Item(Adaptation ours, Optional<Field> now, Effect effect) {

        public String subject() {
            return ours.change().subject();
        }

        /**
         * Whether somebody has to decide before the space's word can go on. Nobody has approved what comes of joining an
         * approved word with another.
         */
        public boolean needsDecision() {
            return switch (effect) {
                case Effect.Joined joined -> ours.approval().isPresent();
                case Effect.Equal equal -> false;
                case Effect.Reanchored reanchored -> false;
                case Effect.Conflict conflict -> true;
                case Effect.Gone gone -> true;
            };
        }
    }

    /** What the new version does to a change of the space. */
    public sealed interface Effect {

        /** Both are kept: so the field would read. */
        record Joined(Field value) implements Effect {}

        /** Above it says now what the space says. */
        record Equal() implements Effect {}

        /** Both have changed the same. */
        record Conflict(FieldMerge.Disputed dispute) implements Effect {}

        /** The block, or the field, is not there any more. */
        record Gone() implements Effect {}

        /** What it came after is not there any more; this is the nearest block before it that is left. */
        record Reanchored(Change change) implements Effect {}
    }

    /** The same, if that is the strongest of the versions between. */
    public SyncProposal after(ChangeClass strongest) {
        return new SyncProposal(asset, space, from, to, strongest, items);
    }

    /** The same about some of the changes. */
    public SyncProposal only(List<Item> some) {
        return new SyncProposal(asset, space, from, to, change, some);
    }

    public boolean hasConflicts() {
        return items.stream().anyMatch(Item::needsDecision);
    }

    /** How the new version comes to the space. */
    public enum Flow {
        /** By itself. */
        AUTOMATIC,
        /** When somebody there has decided; what is theirs stays until then. */
        PROPOSED,
        /** By itself, on the day the law says; what is theirs and in conflict with it is kept, and not served. */
        ENFORCED
    }

    public Flow flow() {
        return switch (change) {
            case COSMETIC -> Flow.AUTOMATIC;
            case MINOR -> hasConflicts() ? Flow.PROPOSED : Flow.AUTOMATIC;
            case MAJOR -> Flow.PROPOSED;
            case REGULATORY -> Flow.ENFORCED;
        };
    }
}
