package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.sdk.TenantId;

/** Plain SQL in the cell of a tenant, for stores only. The SQL names {@code tenant_id} itself: the wall refuses it otherwise. */
@ApplicationScoped
public class CellSql {

    @Inject
    Cells cells;

    /** Reads one. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param values UUIDs, instants, numbers, texts, booleans, bytes, tenants, perhaps one of them, or several for {@link Marks} */
    public int change(TenantId tenant, String sql, Object... values) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** The same with many rows. */
    public void changeAll(TenantId tenant, String sql, List<Object[]> all) {
        if (all.isEmpty()) {
            return;
        }
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] values : all) {
                    set(statement, values);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** @param values as of {@link #change} */
    public <T> List<T> rows(TenantId tenant, String sql, Row<T> reading, Object... values) {
        return rows(cells.sessionOf(tenant), sql, reading, values);
    }

    /** The same of what is no tenant's, or of every tenant's for a reason. */
    public <T> List<T> rowsOfCell(String cell, String sql, Row<T> reading, Object... values) {
        return rows(cells.sessionOfCell(cell), sql, reading, values);
    }

    /** The one number that is asked for. */
    public long number(TenantId tenant, String sql, Object... values) {
        return rows(tenant, sql, row -> row.getLong(1), values).getFirst();
    }

    private static <T> List<T> rows(Session session, String sql, Row<T> reading, Object... values) {
        return session.doReturningWork(connection -> {
            var found = new ArrayList<T>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                set(select, values);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                }
            }
            return found;
        });
    }

    public static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    public static Optional<UUID> uuid(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Uuids::fromBytes);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        int place = 1;
        for (Object value : values) {
            if (value instanceof Collection<?> several) {
                for (Object one : Marks.padded(several)) {
                    set(statement, place++, one);
                }
            } else {
                set(statement, place++, value);
            }
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case TenantId tenant -> statement.setInt(place, tenant.number());
            case UUID id -> statement.setBytes(place, Uuids.bytes(id));
            case Instant time -> statement.setTimestamp(place, Timestamp.from(time));
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Optional<?> perhaps when perhaps.isPresent() -> set(statement, place, perhaps.get());
            case Optional<?> nothing -> statement.setNull(place, Types.NULL);
            default -> statement.setObject(place, value);
        }
    }
}
