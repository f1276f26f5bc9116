package org.mangrove.core.rollups.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.database.WantedKeys;
import org.mangrove.core.rollups.DayCount;
import org.mangrove.core.rollups.DayRange;
import org.mangrove.core.rollups.RollupCell;
import org.mangrove.core.rollups.RollupKind;
import org.mangrove.core.rollups.TermCount;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** The sums of a tenant, and which of its statements have been taken back. */
@ApplicationScoped
public class RollupRows {

    private static final String ADD = """
            insert into rollups_day (tenant_id, kind, term, happened_on, statements) values (?, ?, ?, ?, ?)
            on duplicate key update statements = statements + values(statements)""";
    private static final int AT_ONCE = 512;
    private static final String IN_DAYS =
            " from rollups_day where tenant_id = ? and kind = ?" + " and happened_on >= ? and happened_on <= ?";

    /** In the order of the key: neighbours lie on the same page. */
    private static final Comparator<RollupCell> BY_KEY = Comparator.comparing(
                    (RollupCell cell) -> cell.kind().code())
            .thenComparing(cell -> cell.term().toString())
            .thenComparing(RollupCell::day);

    @Inject
    Cells cells;

    private interface Setting {
        void of(PreparedStatement select) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** Adds to sums; a negative number takes away. */
    public void add(TenantId tenant, Map<RollupCell, Long> times) {
        add(Map.of(tenant, times));
    }

    /** Takes away those of the sums that are nothing any more: a sum of nothing would still name whose it was. */
    public void removeEmpty(TenantId tenant, Collection<RollupCell> some) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from rollups_day where tenant_id = ?"
                    + " and kind = ? and term = ? and happened_on = ? and statements = 0")) {
                for (RollupCell cell : some.stream().sorted(BY_KEY).toList()) {
                    delete.setInt(1, tenant.number());
                    delete.setInt(2, cell.kind().code());
                    delete.setBytes(3, Uuids.bytes(cell.term()));
                    delete.setObject(4, cell.day());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        });
    }

    /** The same for several tenants of one cell. */
    public void add(Map<TenantId, Map<RollupCell, Long>> times) {
        Optional<TenantId> any = times.keySet().stream()
                .filter(tenant -> !times.getOrDefault(tenant, Map.of()).isEmpty())
                .findAny();
        any.ifPresent(one -> cells.sessionOf(one).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                for (TenantId tenant : times.keySet().stream()
                        .sorted(Comparator.comparing(TenantId::number))
                        .toList()) {
                    addBatches(insert, tenant, times.getOrDefault(tenant, Map.of()));
                }
                insert.executeBatch();
            }
        }));
    }

    private static void addBatches(PreparedStatement insert, TenantId tenant, Map<RollupCell, Long> times)
            throws SQLException {
        for (RollupCell cell : times.keySet().stream().sorted(BY_KEY).toList()) {
            insert.setInt(1, tenant.number());
            insert.setInt(2, cell.kind().code());
            insert.setBytes(3, Uuids.bytes(cell.term()));
            insert.setObject(4, cell.day());
            insert.setLong(5, times.getOrDefault(cell, 0L));
            insert.addBatch();
        }
    }

    /** Forgets everything of a tenant. */
    public void clear(TenantId tenant) {
        change(
                tenant,
                "delete from rollups_day where tenant_id = ?",
                statement -> statement.setInt(1, tenant.number()));
        change(
                tenant,
                "delete from rollups_voiding where tenant_id = ?",
                statement -> statement.setInt(1, tenant.number()));
    }

    /** Of these statements of tenants of one cell, those that were taken back before they were there. */
    public Map<TenantId, Set<UUID>> awaited(Map<TenantId, List<UUID>> ids) {
        var wanted = new ArrayList<Whose>();
        ids.forEach((tenant, those) -> those.forEach(id -> wanted.add(new Whose(tenant, id))));
        var awaited = new HashMap<TenantId, Set<UUID>>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Whose> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            cells.sessionOf(some.getFirst().tenant()).doWork(connection -> addAwaited(awaited, connection, some));
        }
        return awaited;
    }

    /** A statement of a tenant. */
    private record Whose(TenantId tenant, UUID id) {}

    private static void addAwaited(Map<TenantId, Set<UUID>> awaited, Connection connection, List<Whose> wanted)
            throws SQLException {
        String sql = "select v.tenant_id, v.statement_id from "
                + WantedKeys.table(wanted.size(), "tenant_id", "statement_id")
                + " w straight_join rollups_voiding v on v.tenant_id = w.tenant_id"
                + " and v.statement_id = w.statement_id where v.awaited = true";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            WantedKeys.set(select, wanted, 2, (marks, place, one) -> {
                marks.setInt(place, one.tenant().number());
                marks.setBytes(place + 1, Uuids.bytes(one.id()));
            });
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    awaited.computeIfAbsent(new TenantId(rows.getInt(1)), first -> new HashSet<>())
                            .add(Uuids.fromBytes(rows.getBytes(2)));
                }
            }
        }
    }

    /** Of these statements, those that have been taken back, whether they are there or not. */
    public Set<UUID> takenBack(TenantId tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(rows(
                tenant,
                "select statement_id from rollups_voiding where tenant_id = ? and statement_id in ("
                        + Marks.of(ids.size(), "?") + ")",
                select -> setAll(select, tenant, ids),
                row -> Uuids.fromBytes(row.getBytes(1))));
    }

    /** Of these statements, those that have been taken back: whether before they were there. */
    public Map<UUID, Boolean> voidings(TenantId tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return rows(
                        tenant,
                        "select statement_id, awaited from rollups_voiding where tenant_id = ? and statement_id in ("
                                + Marks.of(ids.size(), "?") + ")",
                        select -> setAll(select, tenant, ids),
                        row -> Map.entry(Uuids.fromBytes(row.getBytes(1)), row.getBoolean(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nobody takes them back any more. */
    public void release(TenantId tenant, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            change(
                    tenant,
                    "delete from rollups_voiding where tenant_id = ? and statement_id in (" + Marks.of(ids.size(), "?")
                            + ")",
                    delete -> setAll(delete, tenant, ids));
        }
    }

    /** All that have been taken back before they were there, and are not there yet. */
    public Set<UUID> allAwaited(TenantId tenant) {
        return Set.copyOf(rows(
                tenant,
                "select statement_id from rollups_voiding where tenant_id = ? and awaited = true",
                select -> select.setInt(1, tenant.number()),
                row -> Uuids.fromBytes(row.getBytes(1))));
    }

    /** They are there now. */
    public void arrived(TenantId tenant, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            change(
                    tenant,
                    "update rollups_voiding set awaited = false where tenant_id = ? and statement_id in ("
                            + Marks.of(ids.size(), "?") + ")",
                    update -> setAll(update, tenant, ids));
        }
    }

    /** Remembers what was taken back. */
    public void takeBack(TenantId tenant, Collection<UUID> ids, boolean awaited) {
        if (ids.isEmpty()) {
            return;
        }
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into rollups_voiding (tenant_id, statement_id, awaited) values (?, ?, ?)"
                            + " on duplicate key update awaited = values(awaited)")) {
                for (UUID id : ids) {
                    insert.setInt(1, tenant.number());
                    insert.setBytes(2, Uuids.bytes(id));
                    insert.setBoolean(3, awaited);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    public long total(TenantId tenant, RollupKind kind, UUID term, DayRange days) {
        return byDay(tenant, kind, term, days).stream()
                .mapToLong(DayCount::statements)
                .sum();
    }

    /** In order; days without statements are left out. */
    public List<DayCount> byDay(TenantId tenant, RollupKind kind, UUID term, DayRange days) {
        return rows(
                tenant,
                "select happened_on, statements" + IN_DAYS + " and term = ? and statements <> 0 order by happened_on",
                select -> {
                    setRange(select, tenant, kind, days);
                    select.setBytes(5, Uuids.bytes(term));
                },
                row -> new DayCount(row.getDate(1).toLocalDate(), row.getLong(2)));
    }

    /** In the order of the terms, behind one of them; terms without statements are left out. */
    public List<TermCount> byTerm(TenantId tenant, RollupKind kind, DayRange days, Optional<UUID> after, int most) {
        return rows(
                tenant,
                "select term, sum(statements)" + IN_DAYS + (after.isPresent() ? " and term > ?" : "")
                        + " group by term having sum(statements) <> 0 order by term limit ?",
                select -> {
                    setRange(select, tenant, kind, days);
                    if (after.isPresent()) {
                        select.setBytes(5, Uuids.bytes(after.get()));
                    }
                    select.setInt(after.isPresent() ? 6 : 5, most);
                },
                RollupRows::termCount);
    }

    /** The most first. */
    public List<TermCount> highest(TenantId tenant, RollupKind kind, DayRange days, int most) {
        return rows(
                tenant,
                "select term, sum(statements)" + IN_DAYS
                        + " group by term having sum(statements) <> 0 order by sum(statements) desc, term limit ?",
                select -> {
                    setRange(select, tenant, kind, days);
                    select.setInt(5, most);
                },
                RollupRows::termCount);
    }

    /** All sums of a kind that are not 0. */
    public Map<RollupCell, Long> all(TenantId tenant, RollupKind kind) {
        return rows(
                        tenant,
                        "select term, happened_on, statements from rollups_day"
                                + " where tenant_id = ? and kind = ? and statements <> 0",
                        select -> {
                            select.setInt(1, tenant.number());
                            select.setInt(2, kind.code());
                        },
                        row -> Map.entry(
                                new RollupCell(
                                        kind,
                                        Uuids.fromBytes(row.getBytes(1)),
                                        row.getDate(2).toLocalDate()),
                                row.getLong(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One sum, 0 if there is none. */
    public long at(TenantId tenant, RollupKind kind, UUID term, LocalDate day) {
        return total(tenant, kind, term, DayRange.of(day));
    }

    private static TermCount termCount(ResultSet row) throws SQLException {
        return new TermCount(Uuids.fromBytes(row.getBytes(1)), row.getLong(2));
    }

    private static void setRange(PreparedStatement select, TenantId tenant, RollupKind kind, DayRange days)
            throws SQLException {
        select.setInt(1, tenant.number());
        select.setInt(2, kind.code());
        select.setDate(3, Date.valueOf(days.first()));
        select.setDate(4, Date.valueOf(days.last()));
    }

    private static void setAll(PreparedStatement statement, TenantId tenant, Collection<UUID> ids) throws SQLException {
        statement.setInt(1, tenant.number());
        int place = 2;
        for (UUID id : Marks.padded(ids)) {
            statement.setBytes(place++, Uuids.bytes(id));
        }
    }

    private void change(TenantId tenant, String sql, Setting setting) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                setting.of(statement);
                statement.executeUpdate();
            }
        });
    }

    private <T> List<T> rows(TenantId tenant, String sql, Setting setting, Row<T> reading) {
        return cells.sessionOf(tenant).doReturningWork(connection -> read(connection, sql, setting, reading));
    }

    private static <T> List<T> read(Connection connection, String sql, Setting setting, Row<T> reading)
            throws SQLException {
        var found = new ArrayList<T>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            setting.of(select);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
        }
        return found;
    }
}
