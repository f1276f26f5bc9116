package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.database.WantedKeys;
import org.mangrove.core.records.IndexedStatement;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** The columns of statements, without their texts. */
@ApplicationScoped
public class IndexRows {

    private static final String COLUMNS = """
            select s.statement_id, s.position, s.actor, s.team, s.verb, s.activity, s.happened_on, r.target_id, s.tenant_id
            from\s""";
    private static final String WHOM_IT_VOIDS = """
             left join records_reference r on r.tenant_id = s.tenant_id and r.referrer = s.position and r.voids = true
            """;
    private static final String SELECT = COLUMNS + "records_statement s" + WHOM_IT_VOIDS + "where s.tenant_id = ?";
    private static final int AT_ONCE = 512;

    @Inject
    Cells cells;

    public List<IndexedStatement> at(TenantId tenant, Collection<UUID> positions) {
        return among(tenant, " and s.position in (%s) order by s.position", positions);
    }

    /** Of several tenants of one cell. */
    public Map<TenantId, List<IndexedStatement>> at(Map<TenantId, ? extends Collection<UUID>> positions) {
        var wanted = new ArrayList<Place>();
        positions.forEach((tenant, those) -> those.forEach(position -> wanted.add(new Place(tenant, position))));
        var found = new HashMap<TenantId, List<IndexedStatement>>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Place> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            cells.sessionOf(some.getFirst().tenant()).doWork(connection -> addTo(found, connection, some));
        }
        return found;
    }

    /** Where a statement lies. */
    private record Place(TenantId tenant, UUID position) {}

    private static void addTo(Map<TenantId, List<IndexedStatement>> found, Connection connection, List<Place> places)
            throws SQLException {
        String sql = COLUMNS + WantedKeys.table(places.size(), "tenant_id", "position")
                + " w straight_join records_statement s on s.tenant_id = w.tenant_id and s.position = w.position"
                + WHOM_IT_VOIDS;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            WantedKeys.set(select, places, 2, (marks, mark, place) -> {
                marks.setInt(mark, place.tenant().number());
                marks.setBytes(mark + 1, Uuids.bytes(place.position()));
            });
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(new TenantId(rows.getInt(9)), first -> new ArrayList<>())
                            .add(read(rows));
                }
            }
        }
    }

    /** They stay as they are until the transaction ends, unless it changes them itself. */
    public List<IndexedStatement> hold(TenantId tenant, Collection<UUID> positions) {
        return among(tenant, " and s.position in (%s) order by s.position for update", positions);
    }

    public List<IndexedStatement> of(TenantId tenant, Collection<UUID> ids) {
        return among(tenant, " and s.statement_id in (%s)", ids);
    }

    public List<IndexedStatement> after(TenantId tenant, UUID position, int most) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + " and s.position > ? order by s.position limit ?")) {
                select.setInt(1, tenant.number());
                select.setBytes(2, Uuids.bytes(position));
                select.setInt(3, most);
                return read(select);
            }
        });
    }

    private List<IndexedStatement> among(TenantId tenant, String condition, Collection<UUID> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + condition.formatted(Marks.of(values.size(), "?")))) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID value : Marks.padded(values)) {
                    select.setBytes(place++, Uuids.bytes(value));
                }
                return read(select);
            }
        });
    }

    private static List<IndexedStatement> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<IndexedStatement>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    private static IndexedStatement read(ResultSet rows) throws SQLException {
        return new IndexedStatement(
                Uuids.fromBytes(rows.getBytes(1)),
                Uuids.fromBytes(rows.getBytes(2)),
                term(rows, 3),
                term(rows, 4),
                Uuids.fromBytes(rows.getBytes(5)),
                term(rows, 6),
                rows.getDate(7).toLocalDate(),
                term(rows, 8));
    }

    private static Optional<UUID> term(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getBytes(column)).map(Uuids::fromBytes);
    }
}
