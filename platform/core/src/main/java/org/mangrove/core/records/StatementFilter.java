package org.mangrove.core.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which statements are asked for, and in which order.
 *
 * @param since stored after this
 * @param until stored at this time or before
 * @param ascending the one stored first comes first
 * @param beyond the last statement of the page before
 */
public record StatementFilter(
        Optional<UUID> actor,
        Optional<String> verb,
        Optional<String> activity,
        Optional<UUID> registration,
        Optional<Instant> since,
        Optional<Instant> until,
        boolean ascending,
        Optional<UUID> beyond) {}
