package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.records.store.NodeRows;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.sdk.TenantId;

/** What the nodes of a cell write down for each other, each step committed by itself. */
@ApplicationScoped
class NodeBook {

    @Inject
    NodeRows rows;

    @Inject
    SealRows seals;

    @Transactional(TxType.REQUIRES_NEW)
    void join(String cell, UUID node, Instant storedBefore) {
        rows.add(cell, node, storedBefore);
    }

    /** @return whether it is still taken for one of the cell's */
    @Transactional(TxType.REQUIRES_NEW)
    boolean tell(String cell, UUID node, Instant storedBefore) {
        return rows.tell(cell, node, storedBefore);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Told> others(String cell, UUID node) {
        return rows.others(cell, node);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void leave(String cell, UUID node) {
        rows.remove(cell, node);
    }

    /** @return whether it was taken out; it is not if something has been heard of it since */
    @Transactional(TxType.REQUIRES_NEW)
    boolean takeOut(String cell, UUID node, Duration silent) {
        return rows.removeIfSilent(cell, node, silent);
    }

    /**
     * Waits for those who are storing statements of this tenant, whichever node they are of: their rows hold what is asked for
     * here.
     *
     * @throws RuntimeException if it takes longer than that
     */
    @Transactional(TxType.REQUIRES_NEW)
    void awaitThoseWhoStore(TenantId tenant, Duration patience) {
        seals.hold(tenant, patience);
    }
}
