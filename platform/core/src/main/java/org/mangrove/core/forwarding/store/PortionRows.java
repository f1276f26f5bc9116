package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.database.WantedKeys;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What waits for each forwarder, in order. Only positions: a store that is away for weeks costs little. */
@ApplicationScoped
public class PortionRows {

    private static final int POSITION = 16;

    @Inject
    CellSql sql;

    @Inject
    Cells cells;

    /** Positions that became known at once, of which some are dealt with. */
    public record Portion(long number, List<UUID> positions, int taken) {

        public Portion {
            positions = List.copyOf(positions);
        }
    }

    /** Of tenants of one cell, those that have forwarders which were not removed. */
    public Map<TenantId, List<UUID>> whoWait(List<TenantId> tenants) {
        var waiting = new TreeMap<TenantId, List<UUID>>(Comparator.comparing(TenantId::number));
        if (tenants.isEmpty()) {
            return waiting;
        }
        String select = "select f.tenant_id, f.id from " + WantedKeys.table(tenants.size(), "tenant_id")
                + " w straight_join forwarding_forwarder f on f.tenant_id = w.tenant_id"
                + " where f.removed_at is null order by f.tenant_id, f.id";
        cells.sessionOf(tenants.getFirst()).doWork(connection -> {
            try (PreparedStatement asked = connection.prepareStatement(select)) {
                WantedKeys.set(asked, tenants, 1, (marks, place, tenant) -> marks.setInt(place, tenant.number()));
                try (ResultSet rows = asked.executeQuery()) {
                    while (rows.next()) {
                        waiting.computeIfAbsent(new TenantId(rows.getInt(1)), first -> new ArrayList<>())
                                .add(Uuids.fromBytes(rows.getBytes(2)));
                    }
                }
            }
        });
        return waiting;
    }

    /** What is there already stays as it is. */
    public void add(TenantId tenant, UUID forwarder, long number, List<UUID> positions) {
        if (positions.isEmpty()) {
            return;
        }
        var bytes = ByteBuffer.allocate(positions.size() * POSITION);
        positions.forEach(position -> bytes.put(Uuids.bytes(position)));
        sql.change(
                tenant,
                "insert ignore into forwarding_portion (tenant_id, forwarder_id, number, positions, statements)"
                        + " values (?, ?, ?, ?, ?)",
                tenant,
                forwarder,
                number,
                bytes.array(),
                positions.size());
    }

    /** The first ones. */
    public List<Portion> first(TenantId tenant, UUID forwarder, int most) {
        return sql.rows(
                tenant,
                "select number, positions, taken from forwarding_portion"
                        + " where tenant_id = ? and forwarder_id = ? order by number limit ?",
                row -> new Portion(row.getLong(1), positions(row.getBytes(2)), row.getInt(3)),
                tenant,
                forwarder,
                most);
    }

    public void take(TenantId tenant, UUID forwarder, long number, int taken) {
        sql.change(
                tenant,
                "update forwarding_portion set taken = ? where tenant_id = ? and forwarder_id = ? and number = ?",
                taken,
                tenant,
                forwarder,
                number);
    }

    public void remove(TenantId tenant, UUID forwarder, long number) {
        sql.change(
                tenant,
                "delete from forwarding_portion where tenant_id = ? and forwarder_id = ? and number = ?",
                tenant,
                forwarder,
                number);
    }

    public void removeAll(TenantId tenant, UUID forwarder) {
        sql.change(
                tenant, "delete from forwarding_portion where tenant_id = ? and forwarder_id = ?", tenant, forwarder);
    }

    /** How many statements wait for each. */
    public Map<UUID, Long> waiting(TenantId tenant) {
        return sql
                .rows(
                        tenant,
                        "select forwarder_id, sum(statements - taken) from forwarding_portion"
                                + " where tenant_id = ? group by forwarder_id",
                        row -> Map.entry(Uuids.fromBytes(row.getBytes(1)), row.getLong(2)),
                        tenant)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<UUID> positions(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var positions = new ArrayList<UUID>(bytes.length / POSITION);
        while (buffer.remaining() >= POSITION) {
            positions.add(new UUID(buffer.getLong(), buffer.getLong()));
        }
        return positions;
    }
}
