package org.mangrove.core.adaptation.store;

import java.time.Instant;
import java.util.UUID;

/** When something that is shared was heard in another way than before. */
public record SharedMoment(UUID id, Instant heardAt) {}
