package org.mangrove.core.governance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which somebody has to agree before something is published. Lanes run beside each other. Its word stands in the log for ever. */
public enum Lane {
    SUBJECT_EXPERT,
    LEGAL,
    IT,
    WORKS_COUNCIL,
    REGIONAL;

    /** As data and addresses say it: {@code works-council}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Lane> find(String word) {
        return Stream.of(values()).filter(lane -> lane.word().equals(word)).findFirst();
    }
}
