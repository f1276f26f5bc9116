package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An enterprise's register as its cells read it: one document, so that it is never there in part.
 *
 * @param since when it was opened
 */
public record PublishedRegister(LocalDate since, List<Permit> permits) {

    /** For so long what was there before may stay without an entry. */
    public static final int DAYS_TO_COMPLETE = 90;

    public PublishedRegister {
        permits = List.copyOf(permits);
    }

    public Optional<Permit> find(ComponentKind kind, String key) {
        return permits.stream()
                .filter(permit -> permit.kind() == kind && permit.key().equals(key))
                .findFirst();
    }

    /** @param tenant the slug of the one that uses it */
    public Standing standing(ComponentKind kind, String key, String tenant, LocalDate day) {
        return find(kind, key)
                .filter(permit -> permit.isMeantFor(tenant))
                .map(permit -> permit.on(day))
                .orElse(Standing.UNKNOWN);
    }

    /** The last day on which what was connected before the register may go on without an entry. */
    public LocalDate completeBy() {
        return since.plusDays(DAYS_TO_COMPLETE);
    }
}
