package org.mangrove.core.approval;

import java.util.Locale;

/** How far a candidate has come. */
public enum State {
    /** Only those who write it see it. */
    DRAFT,
    IN_REVIEW,
    /** Everybody has agreed who has to. */
    APPROVED,
    PUBLISHED,
    REFUSED,
    WITHDRAWN;

    public boolean open() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
