package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.sdk.TenantId;

/** What the outbox says of something: read for whoever may know it, and forgotten for whoever must not be named any more. */
@ApplicationScoped
public class Mentions {

    @Inject
    OutboxRows outbox;

    /** The events that name an id, in the order of their ids, after one that was read before. */
    @Transactional
    public List<StoredEvent> of(TenantId tenant, UUID id, UUID after, int most) {
        return outbox.naming(tenant, id, after, most);
    }

    /**
     * Puts another id, which nobody has, in the place of one, in some of the events that name it. Readers get them as they are
     * then.
     *
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int replace(TenantId tenant, UUID id, UUID other, int most) {
        return outbox.rename(tenant, id, other, most);
    }
}
