package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.events.store.DeadLetterRows;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** One dead letter, delivered in a transaction of its own while nothing else is delivered to that reader. */
@ApplicationScoped
class SecondDelivery {

    @Inject
    OutboxRows outbox;

    @Inject
    DeadLetterRows letters;

    @Inject
    Cells cells;

    /** @return whether it was there */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean deliver(TenantId tenant, EventReader reader, UUID event) {
        outbox.position(cells.cellOf(tenant), reader.name());
        Optional<StoredEvent> letter = letters.findEvent(tenant, reader.name(), event);
        letter.ifPresent(found -> {
            letters.remove(tenant, reader.name(), event);
            reader.readAll(tenant, List.of(found));
        });
        return letter.isPresent();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failedAgain(TenantId tenant, EventReader reader, UUID event, Throwable failure, Instant now) {
        letters.add(tenant, event, reader.name(), Cause.of(failure), Cause.traceOf(failure), now);
    }
}
