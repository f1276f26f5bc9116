package org.mangrove.core.events;

import java.time.Duration;

/**
 * What waits in a cell's outbox.
 *
 * @param waiting events that have no number yet or that some reader has not read yet
 * @param oldest how long the oldest of them has waited
 * @param setAside how many a reader could not take
 */
public record Backlog(long waiting, Duration oldest, long setAside) {}
