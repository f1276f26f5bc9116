package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
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
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** The seals of people, and how many of a tenant's have been destroyed. */
@ApplicationScoped
public class SealRows {

    @Inject
    Cells cells;

    /** @param wrapped the key; empty if it was destroyed */
    public record SealRow(UUID id, Optional<UUID> person, boolean evidence, Optional<byte[]> wrapped) {}

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
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select destroyed from records_sealing where tenant_id = ? for update")) {
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
                for (UUID person : Marks.padded(List.copyOf(persons))) {
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
                for (UUID value : Marks.padded(List.copyOf(values))) {
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
        String sql = "select count(*) from records_sealing where (tenant_id, destroyed) in ("
                + Marks.of(all.size(), "(?, ?)") + ")";
        int same = cells.sessionOf(all.getFirst().getKey()).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int place = 1;
                for (var each : Marks.padded(all)) {
                    select.setInt(place++, each.getKey().number());
                    select.setLong(place++, each.getValue());
                }
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

    /** Those of these people that are there. */
    public List<SealRow> of(TenantId tenant, boolean evidence, Collection<UUID> persons) {
        return read(tenant, " and evidence = " + evidence + " and person in (%s)", persons);
    }

    public List<SealRow> named(TenantId tenant, Collection<UUID> ids) {
        return read(tenant, " and seal_id in (%s)", ids);
    }

    /** Writes down those of these seals whose persons have none, in this order. */
    public void addMissing(TenantId tenant, Collection<SealRow> seals) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert ignore into records_seal (tenant_id, seal_id, person, evidence, wrapped_key)"
                            + " values (?, ?, ?, ?, ?)")) {
                for (SealRow seal : seals) {
                    insert.setInt(1, tenant.number());
                    insert.setBytes(2, Uuids.bytes(seal.id()));
                    insert.setBytes(3, Uuids.bytes(seal.person().orElseThrow()));
                    insert.setBoolean(4, seal.evidence());
                    insert.setBytes(5, seal.wrapped().orElseThrow());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private List<SealRow> read(TenantId tenant, String condition, Collection<UUID> values) {
        var found = new ArrayList<SealRow>();
        if (values.isEmpty()) {
            return found;
        }
        String sql = "select seal_id, person, evidence, wrapped_key from records_seal where tenant_id = ?"
                + condition.formatted(Marks.of(values.size(), "?"));
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID value : Marks.padded(List.copyOf(values))) {
                    select.setBytes(place++, Uuids.bytes(value));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new SealRow(
                                Uuids.fromBytes(rows.getBytes(1)),
                                Optional.ofNullable(rows.getBytes(2)).map(Uuids::fromBytes),
                                rows.getBoolean(3),
                                Optional.ofNullable(rows.getBytes(4))));
                    }
                }
            }
        });
        return found;
    }
}
