package org.mangrove.core.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * With what another system of a tenant signs in.
 *
 * @param id the source of what it sends
 * @param name the key that it shows, or the client of the tenant's realm that it is
 * @param isClient whether it signs in with Keycloak and shows tokens
 * @param madeBy somebody of the tenant; empty if an operator made it
 * @param lastUsed to some minutes
 */
public record Credential(
        UUID id,
        String name,
        boolean isClient,
        Terms terms,
        Optional<UUID> madeBy,
        Instant madeAt,
        Optional<UUID> revokedBy,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsed) {

    /** Whether it lets anybody in. */
    public enum State {
        OPEN,
        EXPIRED,
        REVOKED
    }

    public State at(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return terms.expires().filter(end -> !now.isBefore(end)).isPresent() ? State.EXPIRED : State.OPEN;
    }
}
