package org.mangrove.core.events.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final int REMOVED_AT_ONCE = 1000;

    private static final String EVENT = "number, id, type, payload, occurred_at";

    @Inject
    Cells cells;

    @Inject
    DeadLetterRows letters;

    /** An event and the tenant in which it happened. */
    public record Delivery(TenantId tenant, StoredEvent event) {}

    /** Where a step of tidying ended. */
    public record Tidied(long through, int removed) {}

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

    /** Events of a tenant that have an id in them. */
    public List<StoredEvent> naming(TenantId tenant, UUID id, UUID after, int most) {
        return cells.sessionOf(tenant)
                .createNativeQuery(
                        "select coalesce(number, 0), id, type, payload, occurred_at from events_outbox"
                                + " where tenant_id = :tenant and id > :after and instr(payload, :named) > 0"
                                + " order by id limit :most",
                        Object[].class)
                .setParameter("tenant", tenant.number())
                .setParameter("after", Uuids.bytes(after))
                .setParameter("named", id.toString())
                .setParameter("most", most)
                .getResultStream()
                .map(OutboxRows::event)
                .toList();
    }

    /** @return in how many of the tenant's events another id is now where this one was */
    public int rename(TenantId tenant, UUID id, UUID other, int most) {
        return cells.sessionOf(tenant)
                .createNativeMutationQuery("update events_outbox set payload = replace(payload, :named, :other)"
                        + " where tenant_id = :tenant and instr(payload, :named) > 0 limit :most")
                .setParameter("tenant", tenant.number())
                .setParameter("named", id.toString())
                .setParameter("other", other.toString())
                .setParameter("most", most)
                .executeUpdate();
    }

    /**
     * Gives the next numbers to rows that were committed since. Nodes that do so at the same time wait for each other; whoever
     * writes events waits for nobody, since rows are looked at without being held. All of them get their numbers in one
     * statement: their keys go to the database as one text.
     *
     * @return how many rows were numbered
     */
    public int number(String cell, int most) {
        Session session = cells.sessionOfCell(cell);
        long last = session.createNativeQuery(
                        "select last_number from events_relay where name = 'relay' for update", Long.class)
                .getSingleResult();
        List<Object[]> waiting = session.createNativeQuery(
                        EveryTenant.RELAY.says("select tenant_id, id from events_outbox where number is null"
                                + " order by id, tenant_id limit :most"),
                        Object[].class)
                .setParameter("most", most)
                .getResultList();
        if (waiting.isEmpty()) {
            return 0;
        }
        session.createNativeMutationQuery(EveryTenant.RELAY.says("""
                        update json_table(:keys, '$[*]' columns (
                            place for ordinality, tenant int path '$.t', id char(32) path '$.i')) k
                        straight_join events_outbox o on o.tenant_id = k.tenant and o.id = unhex(k.id)
                        set o.number = :last + k.place
                        """))
                .setParameter("keys", keys(waiting))
                .setParameter("last", last)
                .executeUpdate();
        session.createNativeMutationQuery("update events_relay set last_number = :last where name = 'relay'")
                .setParameter("last", last + waiting.size())
                .executeUpdate();
        return waiting.size();
    }

    private static String keys(List<Object[]> rows) {
        return rows.stream()
                .map(row -> "{\"t\":%d,\"i\":\"%s\"}"
                        .formatted(((Number) row[0]).intValue(), HexFormat.of().formatHex((byte[]) row[1])))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** How far a reader has read. Held until the transaction ends, so that no other node reads the same. */
    public long position(String cell, String reader) {
        return hold(cell, reader).orElseGet(() -> {
            cells.sessionOfCell(cell)
                    .createNativeMutationQuery(
                            "insert ignore into events_position (reader, number) values (:reader, 0)")
                    .setParameter("reader", reader)
                    .executeUpdate();
            return hold(cell, reader).orElseThrow();
        });
    }

    private Optional<Long> hold(String cell, String reader) {
        return cells.sessionOfCell(cell)
                .createNativeQuery("select number from events_position where reader = :reader for update", Long.class)
                .setParameter("reader", reader)
                .getResultStream()
                .findFirst();
    }

    /** How far a reader has read, 0 if it has not begun. */
    public long lookAtPosition(String cell, String reader) {
        return cells.sessionOfCell(cell)
                .createNativeQuery("select number from events_position where reader = :reader", Long.class)
                .setParameter("reader", reader)
                .getResultStream()
                .findFirst()
                .orElse(0L);
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

    /** The number of the first event that happened at {@code time} or later; behind the last one if there is none. */
    public long firstSince(String cell, Instant time) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.RELAY.says("select min(number) from events_outbox where number is not null"
                                + " and occurred_at >= :time"),
                        Long.class)
                .setParameter("time", Timestamp.from(time))
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> lastNumber(cell) + 1);
    }

    /** The number of the first event that is still there; behind the last one if there is none. */
    public long first(String cell) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.RELAY.says(
                                "select number from events_outbox where number is not null order by number limit 1"),
                        Long.class)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> lastNumber(cell) + 1);
    }

    /** What waits: rows without a number, and rows that one of these readers has not read. */
    public Backlog backlog(String cell, List<String> readers, Instant now) {
        Session session = cells.sessionOfCell(cell);
        long last = lastNumber(cell);
        long read = last;
        for (String reader : readers) {
            read = Math.min(read, lookAtPosition(cell, reader));
        }
        Object[] waiting = session.createNativeQuery(
                        EveryTenant.RELAY.says("select count(*), min(occurred_at) from events_outbox"
                                + " where number is null or number > :read"),
                        Object[].class)
                .setParameter("read", read)
                .getSingleResult();
        Duration oldest =
                waiting[1] instanceof Timestamp since ? Duration.between(since.toInstant(), now) : Duration.ZERO;
        return new Backlog(
                ((Number) waiting[0]).longValue(), oldest.isNegative() ? Duration.ZERO : oldest, letters.open(cell));
    }

    /** What has a number behind {@code number}, at most so many, in order. */
    public List<Delivery> after(String cell, long number, int most) {
        return cells
                .sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.RELAY.says("select " + EVENT + ", tenant_id from events_outbox"
                                + " where number > :number and number <= :last order by number limit :most"),
                        Object[].class)
                .setParameter("number", number)
                .setParameter("last", lastNumber(cell))
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Delivery(new TenantId(((Number) row[5]).intValue()), event(row)))
                .toList();
    }

    /** Of these types, what a reader will still be given of a tenant. */
    public List<StoredEvent> toCome(TenantId tenant, String reader, Collection<String> types) {
        return cells.sessionOf(tenant)
                .createNativeQuery(
                        "select coalesce(number, 0), id, type, payload, occurred_at from events_outbox"
                                + " where tenant_id = :tenant and (number is null or number > :read)",
                        Object[].class)
                .setParameter("tenant", tenant.number())
                .setParameter("read", lookAtPosition(cells.cellOf(tenant), reader))
                .getResultStream()
                .map(OutboxRows::event)
                .filter(event -> types.contains(event.type()))
                .toList();
    }

    /** Of these types, what a reader could not take of a tenant, whether somebody has dropped it or not. */
    public List<StoredEvent> amongDeadLetters(TenantId tenant, String reader, Collection<String> types) {
        return cells.sessionOf(tenant)
                .createNativeQuery("""
                        select coalesce(o.number, 0), o.id, o.type, o.payload, o.occurred_at
                        from events_dead_letter d
                        join events_outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
                        where d.tenant_id = :tenant and d.reader = :reader
                        """, Object[].class)
                .setParameter("tenant", tenant.number())
                .setParameter("reader", reader)
                .getResultStream()
                .map(OutboxRows::event)
                .filter(event -> types.contains(event.type()))
                .toList();
    }

    /**
     * Removes some of what all these readers and all that ever read here have read, and what is older than {@code before}. What
     * a reader could not take stays as long as it is among the dead letters.
     *
     * @param from where the step before this one ended
     */
    public Tidied tidy(String cell, List<String> readers, long from, Instant before) {
        Session session = cells.sessionOfCell(cell);
        long read = readByAll(session, cell, readers);
        List<Object[]> oldest = session.createNativeQuery(
                        EveryTenant.RELAY.says("select number, occurred_at from events_outbox"
                                + " where number > :from and number <= :read order by number limit "
                                + REMOVED_AT_ONCE),
                        Object[].class)
                .setParameter("from", from)
                .setParameter("read", read)
                .getResultList();
        long through = from;
        for (Object[] row : oldest) {
            if (!((Timestamp) row[1]).toInstant().isBefore(before)) {
                break;
            }
            through = ((Number) row[0]).longValue();
        }
        if (through == from) {
            return new Tidied(from, 0);
        }
        int removed = session.createNativeMutationQuery(EveryTenant.RELAY.says("""
                        delete from events_outbox where number > :from and number <= :through
                            and not exists (select 1 from events_dead_letter d
                                where d.tenant_id = events_outbox.tenant_id and d.event_id = events_outbox.id)
                        """))
                .setParameter("from", from)
                .setParameter("through", through)
                .executeUpdate();
        return new Tidied(through, removed);
    }

    private long readByAll(Session session, String cell, List<String> readers) {
        long read = Optional.ofNullable(session.createNativeQuery("select min(number) from events_position", Long.class)
                        .getSingleResult())
                .orElse(0L);
        for (String reader : readers) {
            read = Math.min(read, lookAtPosition(cell, reader));
        }
        return read;
    }

    static StoredEvent event(Object[] row) {
        return new StoredEvent(
                ((Number) row[0]).longValue(),
                Uuids.fromBytes((byte[]) row[1]),
                (String) row[2],
                (String) row[3],
                ((Timestamp) row[4]).toInstant());
    }
}
