package org.mangrove.core.rollups;

import java.time.LocalDate;
import java.util.UUID;

/** One sum of a tenant: which, and of which day. */
public record RollupCell(RollupKind kind, UUID term, LocalDate day) {}
