package org.mangrove.core.governance;

import java.util.Optional;

/**
 * Which decisions are looked for.
 *
 * @param before the number before which they stand; empty for the latest
 * @param kind the word of a {@link DecisionKind}
 * @param asset a key
 */
public record Asked(Optional<Long> before, Optional<String> kind, Optional<String> asset) {}
