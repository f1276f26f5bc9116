package org.mangrove.core.governance;

import java.util.Optional;

/**
 * A decision as the log tells it.
 *
 * @param opening who it was and why; empty if they were forgotten
 */
public record LoggedDecision(Entry entry, String hash, Optional<Opening> opening) {}
