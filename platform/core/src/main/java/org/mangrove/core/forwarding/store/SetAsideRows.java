package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** Statements that could not be sent, or that another store does not want. */
@ApplicationScoped
public class SetAsideRows {

    @Inject
    CellSql sql;

    /** @param told by the other store, or by our own rules */
    public record Aside(
            UUID position, UUID statement, Optional<UUID> actor, String reason, int status, String told, Instant at) {}

    public void add(TenantId tenant, UUID forwarder, Aside aside) {
        sql.change(
                tenant,
                "insert into forwarding_set_aside (tenant_id, forwarder_id, position, statement_id, actor, reason, status,"
                        + " told, set_aside_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update reason = values(reason), status = values(status),"
                        + " told = values(told), set_aside_at = values(set_aside_at)",
                tenant,
                forwarder,
                aside.position(),
                aside.statement(),
                aside.actor(),
                aside.reason(),
                aside.status(),
                aside.told(),
                aside.at());
    }

    /** In the order of storing, behind a position. */
    public List<Aside> page(TenantId tenant, UUID forwarder, UUID behind, int most) {
        return sql.rows(
                tenant,
                "select position, statement_id, actor, reason, status, told, set_aside_at from forwarding_set_aside"
                        + " where tenant_id = ? and forwarder_id = ? and position > ? order by position limit ?",
                row -> new Aside(
                        Uuids.fromBytes(row.getBytes(1)),
                        Uuids.fromBytes(row.getBytes(2)),
                        CellSql.uuid(row, 3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        CellSql.instant(row, 7).orElse(Instant.EPOCH)),
                tenant,
                forwarder,
                behind,
                most);
    }

    /** How many each has. */
    public Map<UUID, Long> counts(TenantId tenant) {
        return sql
                .rows(
                        tenant,
                        "select forwarder_id, count(*) from forwarding_set_aside where tenant_id = ? group by forwarder_id",
                        row -> Map.entry(Uuids.fromBytes(row.getBytes(1)), row.getLong(2)),
                        tenant)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return whether it was there */
    public boolean remove(TenantId tenant, UUID forwarder, UUID position) {
        return sql.change(
                        tenant,
                        "delete from forwarding_set_aside where tenant_id = ? and forwarder_id = ? and position = ?",
                        tenant,
                        forwarder,
                        position)
                == 1;
    }

    public void removeAll(TenantId tenant, UUID forwarder) {
        sql.change(
                tenant, "delete from forwarding_set_aside where tenant_id = ? and forwarder_id = ?", tenant, forwarder);
    }

    /** Forgets all that is known of statements, whichever store did not want them. */
    public void removeAt(TenantId tenant, Collection<UUID> positions) {
        if (positions.isEmpty()) {
            return;
        }
        sql.change(
                tenant,
                "delete from forwarding_set_aside where tenant_id = ? and position in ("
                        + Marks.of(positions.size(), "?") + ")",
                tenant,
                positions);
    }

    /** Forgets what was told of statements of these actors. */
    public int forget(TenantId tenant, Collection<UUID> actors) {
        if (actors.isEmpty()) {
            return 0;
        }
        return sql.change(
                tenant,
                "update forwarding_set_aside set told = '', actor = null where tenant_id = ? and actor in ("
                        + Marks.of(actors.size(), "?") + ")",
                tenant,
                actors);
    }
}
