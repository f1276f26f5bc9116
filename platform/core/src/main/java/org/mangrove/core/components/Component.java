package org.mangrove.core.components;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the register.
 *
 * @param key the id of a plugin, else a word of its own
 * @param owner who answers for it, an actor
 * @param steward who looks after it from day to day, an actor
 * @param lastDay of the trial, or until when the entry is to be completed
 * @param reason why it was decided so; empty if nobody has decided
 */
public record Component(
        UUID id,
        String key,
        Terms terms,
        Optional<UUID> owner,
        Optional<UUID> steward,
        Decision decision,
        Optional<LocalDate> lastDay,
        String reason,
        Instant decidedAt) {

    public Permit permit() {
        return new Permit(key, terms.kind(), terms.name(), terms.objective(), terms.markets(), decision, lastDay);
    }

    public Standing on(LocalDate day) {
        return permit().on(day);
    }
}
