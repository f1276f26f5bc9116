package org.mangrove.core.rollups;

import java.util.UUID;

/** How many statements there are of one person, team, asset or verb. */
public record TermCount(UUID term, long statements) {}
