package org.mangrove.core.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's data must stay.
 *
 * @param person empty if they have no account here
 * @param until the last day; empty until it is lifted
 */
public record Hold(
        UUID id,
        Optional<UUID> person,
        String identifiers,
        String reason,
        Optional<UUID> placedBy,
        Instant placedAt,
        Optional<LocalDate> until,
        Optional<Instant> liftedAt,
        Optional<String> liftReason) {

    public boolean holdsOn(LocalDate day) {
        return liftedAt.isEmpty() && (until.isEmpty() || !day.isAfter(until.get()));
    }
}
