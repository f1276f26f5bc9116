package org.mangrove.core.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody might do in a tenant before and after it was changed.
 *
 * @param by who changed it; empty if nobody of the tenant did, but the sign-on or an operator
 */
public record RoleChange(
        UUID id, UUID person, Optional<UUID> by, Set<Role> before, Set<Role> after, Instant changedAt) {

    public RoleChange {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }
}
