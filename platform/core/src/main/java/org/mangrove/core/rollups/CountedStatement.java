package org.mangrove.core.rollups;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a statement is counted.
 *
 * @param day on which it happened, in the tenant's zone
 * @param voids the id of the statement that it takes back
 */
record CountedStatement(
        UUID id,
        UUID position,
        Optional<UUID> actor,
        Optional<UUID> team,
        UUID verb,
        Optional<UUID> activity,
        LocalDate day,
        Optional<UUID> voids) {}
