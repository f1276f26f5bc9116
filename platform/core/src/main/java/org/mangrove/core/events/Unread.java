package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What a reader has not taken in: what it will still be given, and what it could not take. */
@ApplicationScoped
public class Unread {

    @Inject
    OutboxRows outbox;

    @Inject
    Cells cells;

    /** @param toCome what it will be given */
    public record Events(List<StoredEvent> toCome, List<StoredEvent> deadLetters) {

        public Events {
            toCome = List.copyOf(toCome);
            deadLetters = List.copyOf(deadLetters);
        }

        public long setAside() {
            return deadLetters.size();
        }
    }

    /** Of one tenant, while the reader is held where it is: it reads nothing until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Events whileHeld(TenantId tenant, String reader, Class<? extends DomainEvent> event) {
        outbox.position(cells.cellOf(tenant), reader);
        return of(tenant, reader, event);
    }

    /** Of one tenant. */
    @Transactional
    public Events of(TenantId tenant, String reader, Class<? extends DomainEvent> event) {
        Set<String> types = Set.of(event.getSimpleName());
        return new Events(outbox.toCome(tenant, reader, types), outbox.amongDeadLetters(tenant, reader, types));
    }
}
