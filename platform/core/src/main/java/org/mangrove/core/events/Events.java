package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.TenantId;

/** Writes down what happened, in the transaction in which it happened. */
@ApplicationScoped
public class Events {

    @Inject
    OutboxRows outbox;

    @Inject
    Bell bell;

    @Inject
    Clock clock;

    public void publish(TenantId tenant, DomainEvent event) {
        outbox.add(tenant, Uuids.next(), event.getClass().getSimpleName(), Definitions.write(event), clock.instant());
        bell.ringAfterCommit(tenant);
    }
}
