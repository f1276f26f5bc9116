package org.mangrove.server.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.store.NodeRows;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.tenancy.Cells;

/** Nodes of a cell that are not this one: only their rows tell of them. */
@ApplicationScoped
public class OtherNodes {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    NodeRows rows;

    @Inject
    Cells cells;

    @Transactional
    public void come(String cell, UUID node, Instant storedBefore) {
        rows.add(cell, node, storedBefore);
    }

    @Transactional
    public void tell(String cell, UUID node, Instant storedBefore) {
        rows.tell(cell, node, storedBefore);
    }

    /** Since so long. */
    @Transactional
    public void fallSilent(String cell, UUID node, Duration since) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("update records_node set told_at = date_sub(current_timestamp(6),"
                        + " interval :seconds second) where node_id = :node")
                .setParameter("seconds", since.toSeconds())
                .setParameter("node", Uuids.bytes(node))
                .executeUpdate();
    }

    /** All that are there, this one too. */
    @Transactional
    public List<Told> all(String cell) {
        return rows.others(cell, NOBODY);
    }

    @Transactional
    public void takeOut(String cell, UUID node) {
        rows.remove(cell, node);
    }
}
