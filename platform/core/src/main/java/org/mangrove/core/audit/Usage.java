package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How much something is used, in all markets together.
 *
 * @param last when somebody has last used it; empty if nobody ever has
 * @param waiting how many people have it before them, because they are to learn it
 */
public record Usage(Optional<LocalDate> last, long waiting) {}
