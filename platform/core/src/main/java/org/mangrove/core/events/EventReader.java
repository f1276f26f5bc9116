package org.mangrove.core.events;

import java.util.Set;
import org.mangrove.sdk.TenantId;

/**
 * Acts on what happened in tenants. A CDI bean; the relay finds it.
 *
 * <p>It is called within a transaction of the tenant's cell that also remembers how far it has read: what it writes there
 * happens exactly once. What it does elsewhere may happen again.
 */
public interface EventReader {

    /** Under which its position is kept; never to be changed. */
    String name();

    /** The events it wants. */
    Set<Class<? extends DomainEvent>> events();

    void read(TenantId tenant, StoredEvent event);
}
