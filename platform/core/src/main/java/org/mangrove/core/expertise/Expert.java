package org.mangrove.core.expertise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member of the core who answers what authors ask. */
public record Expert(UUID actor, List<Domain> domains, Budget budget, Optional<Delegation> delegation) {

    /** Who answers instead of them. @param lastDay in their own time zone */
    public record Delegation(UUID to, LocalDate lastDay) {}

    public Expert {
        domains = List.copyOf(domains);
    }

    public boolean knows(Domain asked) {
        return domains.stream().anyMatch(domain -> domain.covers(asked));
    }

    /** Who answers instead of them now. */
    public Optional<UUID> delegate(Instant now) {
        return delegation
                .filter(given -> !given.lastDay().isBefore(LocalDate.ofInstant(now, budget.zone())))
                .map(Delegation::to);
    }
}
