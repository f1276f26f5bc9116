package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.lineage.Terms;

/**
 * That a market lets others read what it says itself of a course, in which nobody is named.
 *
 * @param subject of the one change that is shared; empty if all of them are, also those that come later
 * @param endsAt from when it is not shared any more
 */
public record Sharing(
        UUID id, String tenant, String course, String subject, Audience audience, String reason, Instant endsAt) {

    /** Who may read it. */
    public enum Audience {
        HEADQUARTERS,
        /** Headquarters, and all other markets of the enterprise. */
        EVERYBODY
    }

    public Sharing {
        if (tenant.isBlank() || course.isBlank() || reason.length() > Terms.LONGEST) {
            throw new IllegalArgumentException("Nothing that a market could share");
        }
    }

    /** On whose day it is shared for the last time. */
    public Instant lastMoment() {
        return endsAt.minusMillis(1);
    }

    boolean isOfAll() {
        return subject.isEmpty();
    }

    boolean holdsAt(Instant at) {
        return endsAt.isAfter(at);
    }

    /** What leaves the market: exactly this. */
    public record Content(Sharing sharing, List<SharedText> texts) {

        private static final int MOST_TEXTS = 10_000;

        public Content {
            texts = List.copyOf(texts);
            if (texts.size() > MOST_TEXTS) {
                throw new IllegalArgumentException("More than a market could say");
            }
        }
    }

    /** What a cell tells the core of it. @param isOver whether it is shared no more; then no text comes with it */
    record Notice(Content content, boolean isOver) {

        Notice {
            if (isOver && !content.texts().isEmpty()) {
                throw new IllegalArgumentException("What is shared no more has no texts");
            }
        }
    }
}
