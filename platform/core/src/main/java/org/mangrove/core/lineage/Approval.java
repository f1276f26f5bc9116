package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody who may has allowed what a lock forbids, or demands to be looked at.
 *
 * @param by an actor, or the agreement in which somebody has
 */
public record Approval(UUID by, Instant at) {}
