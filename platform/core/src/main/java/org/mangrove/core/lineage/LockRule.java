package org.mangrove.core.lineage;

import java.time.Instant;

/**
 * What a space demands of everybody below it, apart from what the content says.
 *
 * @param space the slug of the space that demands it
 * @param level of that space
 * @param target what it is about, as {@link Scope} writes it
 * @param since from when it is demanded
 * @param graceUntil until when what was different before stays so; then it is withheld, and kept
 * @param decider who decides of what was different before
 */
public record LockRule(
        String space,
        Level level,
        Scope scope,
        String target,
        Hold hold,
        Instant since,
        Instant graceUntil,
        String decider,
        String reason) {

    /** How much a rule is about. The narrower one of a space goes before the wider one. */
    public enum Scope {
        /** Every asset of a kind: {@code course}. */
        TYPE,
        /** One asset: its key. */
        ASSET,
        /** One block: {@code asset/block}. */
        BLOCK,
        /** One field: {@code asset/block/field}. */
        FIELD
    }

    /** What may be done with it, from free to bound. */
    public enum Hold {
        /** Whoever is below may change it. */
        OPEN,
        /** Nothing is shown in a market before the market has said it in its own way. */
        MUST_LOCALIZE,
        /** Who changes it needs somebody's approval. */
        APPROVE,
        /** Nobody below changes it. */
        LOCKED
    }

    public LockRule {
        if (graceUntil.isBefore(since)) {
            throw new IllegalArgumentException("A grace does not end before it begins");
        }
    }

    boolean isAbout(String type, String asset, String block, String field) {
        return target.equals(
                switch (scope) {
                    case TYPE -> type;
                    case ASSET -> asset;
                    case BLOCK -> asset + "/" + block;
                    case FIELD -> asset + "/" + block + "/" + field;
                });
    }
}
