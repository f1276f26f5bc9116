package org.mangrove.core.events;

import java.util.List;
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

    /** Whether an event is one of those that it wants. */
    default boolean wants(StoredEvent event) {
        return events().stream().anyMatch(event::is);
    }
}
