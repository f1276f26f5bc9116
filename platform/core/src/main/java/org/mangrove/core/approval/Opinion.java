package org.mangrove.core.approval;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody says of a candidate in a lane.
 *
 * @param inPlaceOf whoever has lent them the seat
 */
public record Opinion(Kind kind, UUID by, Optional<UUID> inPlaceOf, String reason, Instant at) {

    /** Refusing ends it; asking for a change does not. */
    public enum Kind {
        APPROVED,
        CHANGES_ASKED,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> find(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }
}
