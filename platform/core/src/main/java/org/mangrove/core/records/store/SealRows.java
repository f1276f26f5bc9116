package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.database.WantedKeys;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** The seals of people, and how many of a tenant's have been destroyed. */
@ApplicationScoped
public class SealRows {

    private static final String HOLD = "select destroyed from records_sealing where tenant_id = ? for update";

    /** As JDBC says it. */
    private static final Duration NO_END = Duration.ZERO;

    @Inject
    Cells cells;

    /**
     * @param person whose it is; empty if it was destroyed
     * @param wrapped the key; empty if it was destroyed
     */
    public record SealRow(UUID id, Optional<UUID> person, Optional<byte[]> wrapped) {}

    /**
     * Somebody, as statements of one sort speak of them.
     *
     * @param evidence whether these statements are kept because a law demands it
     */
    public record Whose(TenantId tenant, boolean evidence, UUID person) {}

    /** A seal that stands, of somebody. */
    public record SealOf(Whose whose, UUID id, byte[] wrapped) {}

    /** How many of its seals have been destroyed; empty if it has no row that tells. */
    public OptionalLong destroyed(TenantId tenant) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select destroyed from records_sealing where tenant_id = ?")) {
                select.setInt(1, tenant.number());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** Waits for all who are storing statements of this tenant; who comes later waits until this transaction ends. */
    public void hold(TenantId tenant) {
        hold(tenant, NO_END);
    }

    /**
     * The same, with so much patience.
     *
     * @throws org.hibernate.HibernateException if it takes longer
     */
    public void hold(TenantId tenant, Duration patience) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HOLD)) {
                select.setQueryTimeout((int) patience.toSeconds());
                select.setInt(1, tenant.number());
                select.executeQuery().close();
            }
        });
    }

    /** Destroys the seals of these people, but for those of evidence. The tenant is held. */
    public int destroy(TenantId tenant, Collection<UUID> persons, Instant now) {
        int seals = change(
                tenant,
                "update records_seal set wrapped_key = null, destroyed_at = ?, forgetting = person, person = null"
                        + " where tenant_id = ? and evidence = false and person in (%s)",
                List.of(Timestamp.from(now)),
                persons);
        count(tenant, seals);
        return seals;
    }

    /** Seals that were destroyed, while there is still something that is found by whose they were. */
    public Map<UUID, UUID> forgetting(TenantId tenant, Collection<UUID> persons) {
        var found = new LinkedHashMap<UUID, UUID>();
        if (persons.isEmpty()) {
            return found;
        }
        String sql = "select seal_id, forgetting from records_seal where tenant_id = ? and forgetting in ("
                + Marks.of(persons.size(), "?") + ")";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID person : Marks.padded(persons)) {
                    select.setBytes(place++, Uuids.bytes(person));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(Uuids.fromBytes(rows.getBytes(1)), Uuids.fromBytes(rows.getBytes(2)));
                    }
                }
            }
        });
        return found;
    }

    /** Whose they were is known nowhere any more. */
    public void forget(TenantId tenant, Collection<UUID> seals) {
        change(
                tenant,
                "update records_seal set forgetting = null where tenant_id = ? and seal_id in (%s)",
                List.of(),
                seals);
    }

    /** Removes seals under which nothing lies. The tenant is held. */
    public void remove(TenantId tenant, Collection<UUID> seals) {
        count(
                tenant,
                change(tenant, "delete from records_seal where tenant_id = ? and seal_id in (%s)", List.of(), seals));
    }

    private void count(TenantId tenant, int seals) {
        if (seals > 0) {
            cells.sessionOf(tenant).doWork(connection -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "update records_sealing set destroyed = destroyed + ? where tenant_id = ?")) {
                    update.setInt(1, seals);
                    update.setInt(2, tenant.number());
                    update.executeUpdate();
                }
            });
        }
    }

    private int change(TenantId tenant, String sql, List<Timestamp> first, Collection<UUID> values) {
        if (values.isEmpty()) {
            return 0;
        }
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql.formatted(Marks.of(values.size(), "?")))) {
                int place = 1;
                for (Timestamp time : first) {
                    update.setTimestamp(place++, time);
                }
                update.setInt(place++, tenant.number());
                for (UUID value : Marks.padded(values)) {
                    update.setBytes(place++, Uuids.bytes(value));
                }
                return update.executeUpdate();
            }
        });
    }

    /**
     * Lays out the row that tells how many were destroyed, if it is not there.
     *
     * @param from where it begins to count: if the row was lost, at another number than before, so that no node believes
     *     what it remembers of it
     */
    public void begin(TenantId tenant, long from) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert ignore into records_sealing (tenant_id, destroyed) values (?, ?)")) {
                insert.setInt(1, tenant.number());
                insert.setLong(2, from);
                insert.executeUpdate();
            }
        });
    }

    /**
     * Looks whether no seal has been destroyed since. To be called when statements of these tenants, all of one cell, have been
     * written: their rows hold these.
     *
     * @throws StaleStateException if one has; whoever begins anew finds other keys
     */
    public void mustBeAsBefore(Map<TenantId, Long> destroyed) {
        if (destroyed.isEmpty()) {
            return;
        }
        List<Map.Entry<TenantId, Long>> all = List.copyOf(destroyed.entrySet());
        String sql = "select count(*) from " + WantedKeys.table(all.size(), "tenant_id", "destroyed")
                + " w straight_join records_sealing s on s.tenant_id = w.tenant_id and s.destroyed = w.destroyed";
        int same = cells.sessionOf(all.getFirst().getKey()).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                WantedKeys.set(select, all, 2, (marks, place, each) -> {
                    marks.setInt(place, each.getKey().number());
                    marks.setLong(place + 1, each.getValue());
                });
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
        if (same != all.size()) {
            throw new StaleStateException("Seals were destroyed meanwhile");
        }
    }

    /** Those of these people, of tenants of one cell, that are there. */
    public List<SealOf> of(List<Whose> people) {
        var found = new ArrayList<SealOf>();
        if (people.isEmpty()) {
            return found;
        }
        String sql = "select s.tenant_id, s.evidence, s.person, s.seal_id, s.wrapped_key from "
                + WantedKeys.table(people.size(), "tenant_id", "person", "evidence")
                + " w straight_join records_seal s on s.tenant_id = w.tenant_id and s.person = w.person"
                + " and s.evidence = w.evidence";
        cells.sessionOf(people.getFirst().tenant()).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                WantedKeys.set(select, people, 3, (marks, place, whose) -> {
                    marks.setInt(place, whose.tenant().number());
                    marks.setBytes(place + 1, Uuids.bytes(whose.person()));
                    marks.setBoolean(place + 2, whose.evidence());
                });
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        var whose = new Whose(
                                new TenantId(rows.getInt(1)), rows.getBoolean(2), Uuids.fromBytes(rows.getBytes(3)));
                        found.add(new SealOf(whose, Uuids.fromBytes(rows.getBytes(4)), rows.getBytes(5)));
                    }
                }
            }
        });
        return found;
    }

    public List<SealRow> named(TenantId tenant, Collection<UUID> ids) {
        var found = new ArrayList<SealRow>();
        if (ids.isEmpty()) {
            return found;
        }
        String sql = "select seal_id, person, wrapped_key from records_seal where tenant_id = ? and seal_id in ("
                + Marks.of(ids.size(), "?") + ")";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID id : Marks.padded(List.copyOf(ids))) {
                    select.setBytes(place++, Uuids.bytes(id));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new SealRow(
                                Uuids.fromBytes(rows.getBytes(1)),
                                Optional.ofNullable(rows.getBytes(2)).map(Uuids::fromBytes),
                                Optional.ofNullable(rows.getBytes(3))));
                    }
                }
            }
        });
        return found;
    }

    /** Writes down those of these seals, of tenants of one cell, whose people have none, in this order. */
    public void addMissing(List<SealOf> seals) {
        if (seals.isEmpty()) {
            return;
        }
        cells.sessionOf(seals.getFirst().whose().tenant()).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert ignore into records_seal (tenant_id, seal_id, person, evidence, wrapped_key)"
                            + " values (?, ?, ?, ?, ?)")) {
                for (SealOf seal : seals) {
                    insert.setInt(1, seal.whose().tenant().number());
                    insert.setBytes(2, Uuids.bytes(seal.id()));
                    insert.setBytes(3, Uuids.bytes(seal.whose().person()));
                    insert.setBoolean(4, seal.whose().evidence());
                    insert.setBytes(5, seal.wrapped());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}
