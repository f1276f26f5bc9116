package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What a cell has to do for people's requests, and which of its nodes does it. */
@ApplicationScoped
public class WorkRows {

    @Inject
    Cells cells;

    /** A request or a run that is to be done. */
    public record Work(TenantId tenant, UUID id) {}

    /** @return whether this node works now, until then; one that has the turn keeps it */
    public boolean take(String cell, String node, Instant now, Instant until) {
        return cells.sessionOfCell(cell)
                        .createNativeMutationQuery("update privacy_turn set node = :node, until_at = :until"
                                + " where name = 'privacy' and (node = :node or until_at < :now)")
                        .setParameter("node", node)
                        .setParameter("until", Timestamp.from(until))
                        .setParameter("now", Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    /** Another node may have the turn now, if this one has it. */
    public void release(String cell, String node, Instant now) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery(
                        "update privacy_turn set until_at = :now where name = 'privacy' and node = :node")
                .setParameter("node", node)
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
    }

    /** Requests that are to be done. */
    public List<Work> approved(String cell, int most) {
        return work(
                cell,
                "select tenant_id, id from privacy_request where state = 'APPROVED' order by id limit :most",
                most);
    }

    /** Exports whose time is over. */
    public List<Work> expired(String cell, Instant now, int most) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.REQUESTS.says("select tenant_id, id from privacy_request"
                                + " where state = 'READY' and expires_at <= :now order by id limit :most"),
                        Object[].class)
                .setParameter("now", Timestamp.from(now))
                .setParameter("most", most)
                .getResultStream()
                .map(WorkRows::work)
                .toList();
    }

    /** Runs of retention that have not ended. */
    public List<Work> runs(String cell, int most) {
        return work(
                cell,
                "select tenant_id, id from privacy_retention_run where finished = false order by id limit :most",
                most);
    }

    private List<Work> work(String cell, String sql, int most) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(EveryTenant.REQUESTS.says(sql), Object[].class)
                .setParameter("most", most)
                .getResultStream()
                .map(WorkRows::work)
                .toList();
    }

    private static Work work(Object[] row) {
        return new Work(new TenantId(((Number) row[0]).intValue()), Uuids.fromBytes((byte[]) row[1]));
    }
}
