package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Uuids;
import org.mangrove.sdk.TenantId;

/** What waits for each forwarder, in order. Only positions: a store that is away for weeks costs little. */
@ApplicationScoped
public class PortionRows {

    private static final int POSITION = 16;

    @Inject
    CellSql sql;

    /** Positions that became known at once, of which some are dealt with. */
    public record Portion(long number, List<UUID> positions, int taken) {

        public Portion {
            positions = List.copyOf(positions);
        }
    }

    /** Of those who were not removed. */
    public List<UUID> whoWaits(TenantId tenant) {
        return sql.rows(
                tenant,
                "select id from forwarding_forwarder where tenant_id = ? and removed_at is null order by id",
                row -> Uuids.fromBytes(row.getBytes(1)),
                tenant);
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
