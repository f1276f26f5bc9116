package org.mangrove.core.adaptation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.mangrove.core.adaptation.CourseStanding;

/** Which courses of markets headquarters wants to see. */
public enum Concern {
    EVERYTHING,
    WAITING,
    OVERDUE,
    HELD_BACK,
    LOCKED,
    EXPIRING,
    RETIRING,
    PINNED;

    /** What runs out within this time is about to. */
    static final Duration SOON = Duration.ofDays(60);

    /** What makes no sense is everything: it is a choice in an address, and may be old. */
    static Concern of(String word) {
        return Arrays.stream(values())
                .filter(concern -> concern.word().equals(word))
                .findFirst()
                .orElse(EVERYTHING);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOf(CourseStanding standing, Instant now) {
        return switch (this) {
            case EVERYTHING -> true;
            case WAITING -> standing.waits();
            case OVERDUE -> standing.isOverdue(now);
            case HELD_BACK -> !standing.isReleased();
            case LOCKED -> standing.locked() > 0;
            case EXPIRING -> isExpiring(standing, now);
            case RETIRING -> standing.leaving().isPresent();
            case PINNED -> standing.pinned().isPresent();
        };
    }

    static boolean isExpiring(CourseStanding standing, Instant now) {
        return standing.expired() > 0
                || standing.expires()
                        .filter(end -> end.isBefore(now.plus(SOON)))
                        .isPresent();
    }
}
