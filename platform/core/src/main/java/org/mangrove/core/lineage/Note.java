package org.mangrove.core.lineage;

import java.util.Optional;

/**
 * Who has changed something in a block, and why.
 *
 * @param space the slug of the space that adapted the block
 */
public record Note(String space, Level level, String reason, Optional<String> legalReference) {}
