package org.mangrove.core.records;

import java.util.List;
import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/**
 * Statements of a tenant were stored.
 *
 * @param positions theirs, in the order in which they were stored; {@link Statements#at} has them
 */
public record StatementsStored(List<UUID> positions) implements DomainEvent {

    public StatementsStored {
        positions = List.copyOf(positions);
    }
}
