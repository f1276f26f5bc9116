package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** Statements whose time is over, and their removal. */
@ApplicationScoped
public class OutdatedRows {

    private static final String OLDER = " from records_statement s where s.tenant_id = ? and s.source_id = ?"
            + " and s.evidence = ? and s.happened_on < ?";

    /** What takes another statement back stays as long as that one. */
    private static final String FREE = " and not exists (select 1 from records_reference r"
            + " join records_statement t on t.tenant_id = r.tenant_id and t.statement_id = r.target_id"
            + " where r.tenant_id = s.tenant_id and r.referrer = s.position and r.voids = true)";

    @Inject
    Cells cells;

    /**
     * Positions of statements from before a day.
     *
     * @param actors those whose statements are left out
     */
    public List<UUID> olderThan(
            TenantId tenant, UUID source, boolean evidence, LocalDate day, Collection<UUID> actors, int most) {
        String sql = "select s.position" + OLDER + without(actors) + FREE + " order by s.position limit ?";
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            var found = new ArrayList<UUID>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int place = set(select, tenant, source, evidence, day, actors);
                select.setInt(place, most);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(Uuids.fromBytes(rows.getBytes(1)));
                    }
                }
            }
            return found;
        });
    }

    public long countOlderThan(TenantId tenant, UUID source, boolean evidence, LocalDate day, Collection<UUID> actors) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*)" + OLDER + without(actors) + FREE)) {
                set(select, tenant, source, evidence, day, actors);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Of each of these statements that are taken back, how many others do so than those at these positions. */
    public Map<UUID, Integer> takenBackByOthers(TenantId tenant, Collection<UUID> ids, Collection<UUID> positions) {
        var others = new HashMap<UUID, Integer>();
        if (ids.isEmpty() || positions.isEmpty()) {
            return others;
        }
        String sql = "select target_id, count(*) from records_reference where tenant_id = ? and voids = true"
                + " and target_id in (" + Marks.of(ids.size(), "?") + ") and referrer not in ("
                + Marks.of(positions.size(), "?") + ") group by target_id";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID id : Marks.padded(List.copyOf(ids))) {
                    select.setBytes(place++, Uuids.bytes(id));
                }
                for (UUID position : Marks.padded(List.copyOf(positions))) {
                    select.setBytes(place++, Uuids.bytes(position));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        others.put(Uuids.fromBytes(rows.getBytes(1)), rows.getInt(2));
                    }
                }
            }
        });
        return others;
    }

    /** With their mentions, references and attachments. */
    public int remove(TenantId tenant, Collection<UUID> positions) {
        String sql = "delete from records_statement where tenant_id = ? and position in ("
                + Marks.of(positions.size(), "?") + ")";
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setInt(1, tenant.number());
                int place = 2;
                for (UUID position : Marks.padded(List.copyOf(positions))) {
                    delete.setBytes(place++, Uuids.bytes(position));
                }
                return delete.executeUpdate();
            }
        });
    }

    private static String without(Collection<UUID> actors) {
        return actors.isEmpty()
                ? ""
                : " and (s.actor is null or s.actor not in (" + Marks.of(actors.size(), "?") + "))";
    }

    /** @return the place behind */
    private static int set(
            PreparedStatement select,
            TenantId tenant,
            UUID source,
            boolean evidence,
            LocalDate day,
            Collection<UUID> actors)
            throws SQLException {
        select.setInt(1, tenant.number());
        select.setBytes(2, Uuids.bytes(source));
        select.setBoolean(3, evidence);
        select.setDate(4, Date.valueOf(day));
        int place = 5;
        if (!actors.isEmpty()) {
            for (UUID actor : Marks.padded(List.copyOf(actors))) {
                select.setBytes(place++, Uuids.bytes(actor));
            }
        }
        return place;
    }
}
