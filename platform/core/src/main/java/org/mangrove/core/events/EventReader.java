package org.mangrove.core.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mangrove.sdk.TenantId;

/**
 * Acts on what happened in tenants. A CDI bean; the relay finds it.
 *
 * <p>It is called within a transaction of the tenant's cell that also remembers how far it has read: what it writes there
 * happens exactly once. What it does elsewhere may happen again. No two nodes read for it at the same time.
 */
public interface EventReader {

    /** Under which its position is kept; never to be changed. */
    String name();

    /** The events it wants. */
    Set<Class<? extends DomainEvent>> events();

    void read(TenantId tenant, StoredEvent event);

    /**
     * The same for several events of one tenant, in order. For readers that can do much at once: events come by the thousand
     * when many people do something.
     */
    default void readAll(TenantId tenant, List<StoredEvent> events) {
        events.forEach(event -> read(tenant, event));
    }

    /** The same for the events of several tenants of one cell, for readers that can save the database many small questions. */
    default void readTogether(Map<TenantId, List<StoredEvent>> events) {
        events.forEach(this::readAll);
    }

    /**
     * How long events gather before the next ones are taken, unless there were as many as are taken at once. Each step waits
     * for the disk once, as those do who publish; a hundred small steps cost them more than one large one. Nobody waits for a
     * reader that may wait itself.
     */
    default Duration gathering() {
        return Duration.ofMillis(100);
    }

    /** Whether an event is one of those that it wants. */
    default boolean wants(StoredEvent event) {
        return events().stream().anyMatch(event::is);
    }

    /** How many events it is given at once, in one transaction, as long as it does not fail. */
    default int mostAtOnce() {
        return 2000;
    }
}
