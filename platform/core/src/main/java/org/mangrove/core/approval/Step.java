package org.mangrove.core.approval;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.governance.Lane;

/** Something that was done with a candidate. */
public record Step(
        What what, Optional<Lane> lane, int revision, UUID by, Optional<UUID> inPlaceOf, String words, Instant at) {

    /** What can be done. */
    public enum What {
        HANDED_IN,
        PUT_FORWARD,
        APPROVED,
        CHANGES_ASKED,
        REFUSED,
        WITHDRAWN,
        PUBLISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
