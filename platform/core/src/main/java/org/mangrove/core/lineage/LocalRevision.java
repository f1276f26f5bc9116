package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One act by which a tenant's overlay came to be what it is.
 *
 * @param subjects of the changes that it was about
 * @param by a person of the tenant; empty if they were forgotten since, or if it went by itself
 */
public record LocalRevision(
        String asset, int number, LocalAct act, List<String> subjects, String reason, Optional<UUID> by, Instant at) {}
