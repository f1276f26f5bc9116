package org.mangrove.core.audit.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.audit.FindingState;
import org.mangrove.core.audit.Findings.Listed;

/** Which findings are shown, by how they stand. */
public enum Shown {
    /** All that is not gone. */
    THERE,
    /** What the last run has found, and the one before had not. */
    FRESH,
    OPEN,
    ASSIGNED,
    MENDED,
    ACCEPTED,
    GONE;

    boolean holds(Listed listed) {
        return switch (this) {
            case THERE -> listed.state() != FindingState.GONE;
            case FRESH -> listed.isFresh() && listed.state() != FindingState.GONE;
            case OPEN -> listed.state() == FindingState.OPEN;
            case ASSIGNED -> listed.state() == FindingState.ASSIGNED;
            case MENDED -> listed.state() == FindingState.MENDED;
            case ACCEPTED -> listed.state() == FindingState.ACCEPTED;
            case GONE -> listed.state() == FindingState.GONE;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Shown of(String word) {
        Optional<Shown> found =
                Stream.of(values()).filter(shown -> shown.word().equals(word)).findFirst();
        return found.orElse(THERE);
    }
}
