package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;

/** The nodes that store statements in a cell. When they were last heard of is said by the database's clock. */
@ApplicationScoped
public class NodeRows {

    private static final String SILENT_FOR = "timestampdiff(microsecond, told_at, current_timestamp(6))";

    @Inject
    Cells cells;

    /**
     * @param storedBefore by the clock of that node, which gives positions by it
     * @param silent for how long nothing has been heard of it
     */
    public record Told(UUID node, Instant storedBefore, Duration silent) {}

    public void add(String cell, UUID node, Instant storedBefore) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("insert into records_node (node_id, stored_before, told_at)"
                        + " values (:node, :before, current_timestamp(6))")
                .setParameter("node", Uuids.bytes(node))
                .setParameter("before", notLater(storedBefore))
                .executeUpdate();
    }

    /** @return whether it is still taken for one of the cell's */
    public boolean tell(String cell, UUID node, Instant storedBefore) {
        return cells.sessionOfCell(cell)
                        .createNativeMutationQuery("update records_node set stored_before = :before,"
                                + " told_at = current_timestamp(6) where node_id = :node")
                        .setParameter("before", notLater(storedBefore))
                        .setParameter("node", Uuids.bytes(node))
                        .executeUpdate()
                == 1;
    }

    /** The database would round. */
    private static Timestamp notLater(Instant time) {
        return Timestamp.from(time.truncatedTo(ChronoUnit.MICROS));
    }

    /** All nodes of a cell but this. */
    public List<Told> others(String cell, UUID node) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        "select node_id, stored_before, " + SILENT_FOR + " from records_node where node_id <> :node",
                        Object[].class)
                .setParameter("node", Uuids.bytes(node))
                .getResultStream()
                .map(row -> new Told(
                        Uuids.fromBytes((byte[]) row[0]),
                        ((Timestamp) row[1]).toInstant(),
                        Duration.of(((Number) row[2]).longValue(), ChronoUnit.MICROS)))
                .toList();
    }

    public void remove(String cell, UUID node) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("delete from records_node where node_id = :node")
                .setParameter("node", Uuids.bytes(node))
                .executeUpdate();
    }

    /** @return whether it was removed; it is not if something has been heard of it since */
    public boolean removeIfSilent(String cell, UUID node, Duration atLeast) {
        return cells.sessionOfCell(cell)
                        .createNativeMutationQuery(
                                "delete from records_node where node_id = :node and " + SILENT_FOR + " >= :micros")
                        .setParameter("node", Uuids.bytes(node))
                        .setParameter("micros", atLeast.toNanos() / 1_000)
                        .executeUpdate()
                == 1;
    }
}
