package org.mangrove.core.events.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.events.Backlog;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** The outbox of a cell, and how far its readers have come. */
@ApplicationScoped
public class OutboxRows {

    private static final int AT_ONCE = 200;

    @Inject
    Cells cells;

    /** An event and the tenant in which it happened. */
    public record Delivery(TenantId tenant, StoredEvent event) {}

    public void add(TenantId tenant, UUID id, String type, String payload, Instant occurredAt) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery("""
                        insert into events_outbox (tenant_id, id, type, payload, occurred_at)
                        values (:tenant, :id, :type, :payload, :now)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("id", Uuids.bytes(id))
                .setParameter("type", type)
                .setParameter("payload", payload)
                .setParameter("now", Timestamp.from(occurredAt))
                .executeUpdate();
    }

    /**
     * Gives the next numbers to rows that were committed since. Nodes that do so at the same time wait for each other.
     *
     * @return how many rows were numbered
     */
    public int number(String cell) {
        Session session = cells.sessionOfCell(cell);
        var waiting = session.createNativeQuery(
                        EveryTenant.RELAY.says(
                                "select tenant_id, id from events_outbox where number is null limit " + AT_ONCE),
                        Object[].class)
                .getResultList();
        if (waiting.isEmpty()) {
            return 0;
        }
        long last = session.createNativeQuery(
                        "select last_number from events_relay where name = 'relay' for update", Long.class)
                .getSingleResult();
        var unnumbered = session.createNativeQuery(
                        EveryTenant.RELAY.says("select tenant_id, id from events_outbox where number is null"
                                + " order by occurred_at, id limit " + AT_ONCE + " for update"),
                        Object[].class)
                .getResultList();
        for (Object[] row : unnumbered) {
            last++;
            session.createNativeMutationQuery(
                            "update events_outbox set number = :number where tenant_id = :tenant and id = :id")
                    .setParameter("number", last)
                    .setParameter("tenant", row[0])
                    .setParameter("id", row[1])
                    .executeUpdate();
        }
        session.createNativeMutationQuery("update events_relay set last_number = :last where name = 'relay'")
                .setParameter("last", last)
                .executeUpdate();
        return unnumbered.size();
    }

    /** How far a reader has read. Held until the transaction ends, so that no other node reads the same. */
    public long position(String cell, String reader) {
        Session session = cells.sessionOfCell(cell);
        session.createNativeMutationQuery(
                        "insert into events_position (reader, number) values (:reader, 0) on duplicate key update number = number")
                .setParameter("reader", reader)
                .executeUpdate();
        return session.createNativeQuery(
                        "select number from events_position where reader = :reader for update", Long.class)
                .setParameter("reader", reader)
                .getSingleResult();
    }

    public void moveTo(String cell, String reader, long number) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("update events_position set number = :number where reader = :reader")
                .setParameter("number", number)
                .setParameter("reader", reader)
                .executeUpdate();
    }

    public long lastNumber(String cell) {
        return cells.sessionOfCell(cell)
                .createNativeQuery("select last_number from events_relay where name = 'relay'", Long.class)
                .getSingleResult();
    }

    /** What waits: rows without a number, and rows that one of these readers has not read. */
    public Backlog backlog(String cell, List<String> readers, Instant now) {
        Session session = cells.sessionOfCell(cell);
        long last = lastNumber(cell);
        long read = last;
        for (String reader : readers) {
            read = Math.min(
                    read,
                    session.createNativeQuery("select number from events_position where reader = :reader", Long.class)
                            .setParameter("reader", reader)
                            .getResultStream()
                            .findFirst()
                            .orElse(0L));
        }
        Object[] waiting = session.createNativeQuery(
                        EveryTenant.RELAY.says("select count(*), min(occurred_at) from events_outbox"
                                + " where number is null or number > :read"),
                        Object[].class)
                .setParameter("read", read)
                .getSingleResult();
        long setAside = session.createNativeQuery(
                        EveryTenant.RELAY.says("select count(*) from events_dead_letter"), Long.class)
                .getSingleResult();
        Duration oldest =
                waiting[1] instanceof Timestamp since ? Duration.between(since.toInstant(), now) : Duration.ZERO;
        return new Backlog(((Number) waiting[0]).longValue(), oldest.isNegative() ? Duration.ZERO : oldest, setAside);
    }

    public List<Delivery> after(String cell, long number) {
        return cells
                .sessionOfCell(cell)
                .createNativeQuery(EveryTenant.RELAY.says("""
                                select tenant_id, number, id, type, payload, occurred_at from events_outbox
                                where number > :number order by number limit\
                                """ + " " + AT_ONCE), Object[].class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(row -> new Delivery(
                        new TenantId(((Number) row[0]).intValue()),
                        new StoredEvent(
                                ((Number) row[1]).longValue(),
                                Uuids.fromBytes((byte[]) row[2]),
                                (String) row[3],
                                (String) row[4],
                                ((Timestamp) row[5]).toInstant())))
                .toList();
    }

    /** Sets aside what a reader could not take, so that what follows is not held up. */
    public void setAside(TenantId tenant, UUID event, String reader, String problem, Instant now) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery("""
                        insert into events_dead_letter (tenant_id, event_id, reader, problem, set_aside_at)
                        values (:tenant, :event, :reader, :problem, :now)
                        on duplicate key update problem = values(problem), set_aside_at = values(set_aside_at)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("event", Uuids.bytes(event))
                .setParameter("reader", reader)
                .setParameter("problem", problem)
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
    }
}
