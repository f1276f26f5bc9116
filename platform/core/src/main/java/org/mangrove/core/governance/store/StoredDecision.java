package org.mangrove.core.governance.store;

import java.util.Optional;

/** A decision, and who it was unless they were forgotten. */
public record StoredDecision(StoredEntry entry, Optional<StoredOpening> opening) {}
