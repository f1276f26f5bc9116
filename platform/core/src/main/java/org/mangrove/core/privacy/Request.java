package org.mangrove.core.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has asked for about their own data, or an admin for somebody else.
 *
 * @param person empty if they have no account here, or are erased
 * @param dueOn the last day of the term
 * @param termReference where the law sets it
 * @param reason why it was refused
 * @param againOn when what had to stay may go, too
 * @param expiresAt until when an export can be had
 */
public record Request(
        UUID id,
        RequestKind kind,
        RequestState state,
        RequestOrigin origin,
        Optional<UUID> person,
        Locale language,
        Instant askedAt,
        LocalDate dueOn,
        String termReference,
        Optional<UUID> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        Optional<Instant> endedAt,
        int doneParts,
        int allParts,
        Outcome outcome,
        Optional<LocalDate> againOn,
        Optional<Long> fileBytes,
        Optional<Instant> expiresAt) {

    /** How much of it is done, from 0 to 1. */
    public double share() {
        return allParts == 0 ? 0 : (double) doneParts / allParts;
    }

    public boolean isErasure() {
        return kind == RequestKind.ERASURE;
    }

    public boolean isOverdueOn(LocalDate today) {
        return state.isOpen() && today.isAfter(dueOn);
    }
}
