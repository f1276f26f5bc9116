package org.mangrove.core.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a reader could not take, as somebody may see it who looks after the tenant. What the event says is not in it.
 *
 * @param type the simple name of the event's class
 * @param problem kinds of exceptions and where they arose
 * @param times how often it was tried in vain: each time is several tries
 */
public record DeadLetter(
        UUID event,
        String reader,
        String type,
        Cause cause,
        String problem,
        int times,
        Instant occurredAt,
        Instant firstFailedAt,
        Instant lastFailedAt) {}
