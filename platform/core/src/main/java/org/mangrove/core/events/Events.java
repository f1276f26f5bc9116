package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.events.store.OutboxBatches;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.TenantId;

/** Writes down what happened, in the transaction in which it happened. */
@ApplicationScoped
public class Events {

    @Inject
    OutboxRows outbox;

    @Inject
    OutboxBatches outboxBatches;

    @Inject
    Bell bell;

    @Inject
    Clock clock;

    public void publish(TenantId tenant, DomainEvent event) {
        outbox.add(tenant, Uuids.next(), event.getClass().getSimpleName(), Definitions.write(event), clock.instant());
        bell.ringAfterCommit(tenant);
    }

    /** Of several tenants of one cell, in one go. */
    public void publish(Collection<Happened> all) {
        if (all.isEmpty()) {
            return;
        }
        outboxBatches.add(all.stream()
                .map(each -> new OutboxBatches.Row(
                        each.tenant(),
                        Uuids.next(),
                        each.event().getClass().getSimpleName(),
                        Definitions.write(each.event()),
                        clock.instant()))
                .toList());
        bell.ringAfterCommit(all.iterator().next().tenant());
    }

    /** Something that has happened, and where. */
    public record Happened(TenantId tenant, DomainEvent event) {}
}
