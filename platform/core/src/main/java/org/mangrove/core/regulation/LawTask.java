package org.mangrove.core.regulation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What has to be done in a course since a law changes.
 *
 * @param texts what of it rests on the law, as {@code block/field}
 * @param asked who is to do it
 * @param answer the version that says what the law says now, once it was verified
 */
public record LawTask(
        UUID id,
        String course,
        List<String> texts,
        int claims,
        int versionBefore,
        String digestBefore,
        Optional<AskedOf> asked,
        Optional<LawNotice.Answer> answer) {

    public LawTask {
        texts = List.copyOf(texts);
    }

    /** @param actor who works in the core */
    public record AskedOf(UUID actor, Instant at) {}

    /** How far it has come. Worked out of what there is; only the first and the last are anybody's word. */
    public enum State {
        OPEN,
        ASKED,
        /** Somebody writes it. */
        IN_WORK,
        /** Those look at it who have to agree. */
        IN_REVIEW,
        APPROVED,
        /** There is a regulatory version since, and nobody has verified it yet. */
        PUBLISHED,
        ANSWERED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
