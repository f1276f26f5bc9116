package org.mangrove.core.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.Definitions;

/**
 * An event as a reader gets it.
 *
 * @param number its place in the order of its database, given after it was committed
 * @param type the simple name of the event's class
 * @param payload the event as JSON
 */
public record StoredEvent(long number, UUID id, String type, String payload, Instant occurredAt) {

    public boolean is(Class<? extends DomainEvent> event) {
        return type.equals(event.getSimpleName());
    }

    public <T extends DomainEvent> T as(Class<T> event) {
        return Definitions.read(payload, event);
    }

    /** Empty if it is not written as such an event is. */
    public <T extends DomainEvent> Optional<T> find(Class<T> event) {
        try {
            return Optional.of(as(event));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
