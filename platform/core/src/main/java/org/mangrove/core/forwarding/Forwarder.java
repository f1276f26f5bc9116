package org.mangrove.core.forwarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A record store elsewhere that gets what is stored here.
 *
 * @param signsIn whether we have a name and a secret there
 * @param madeBy somebody of the tenant
 * @param removedAt from when on it gets nothing any more
 */
public record Forwarder(
        UUID id,
        ForwarderTerms terms,
        boolean signsIn,
        Optional<UUID> madeBy,
        Instant madeAt,
        Optional<Instant> removedAt) {}
