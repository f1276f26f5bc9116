package org.mangrove.core.events.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.events.Cause;
import org.mangrove.core.events.DeadLetter;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What readers could not take. */
@ApplicationScoped
public class DeadLetterRows {

    @Inject
    Cells cells;

    /** Sets aside what a reader could not take, so that what follows is not held up. Counts, if it was there before. */
    public void add(TenantId tenant, UUID event, String reader, Cause cause, String problem, Instant now) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery("""
                        insert into events_dead_letter
                            (tenant_id, event_id, reader, cause, problem, times, first_failed_at, set_aside_at)
                        values (:tenant, :event, :reader, :cause, :problem, 1, :now, :now)
                        on duplicate key update cause = values(cause), problem = values(problem), times = times + 1,
                            set_aside_at = values(set_aside_at)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("event", Uuids.bytes(event))
                .setParameter("reader", reader)
                .setParameter("cause", cause.name())
                .setParameter("problem", problem)
                .setParameter("now", Timestamp.from(now))
                .executeUpdate();
    }

    /** Those that nobody has dropped, the latest first. */
    public List<DeadLetter> open(TenantId tenant, int most) {
        return cells
                .sessionOf(tenant)
                .createNativeQuery("""
                        select d.event_id, d.reader, o.type, d.cause, d.problem, d.times, o.occurred_at,
                            coalesce(d.first_failed_at, d.set_aside_at), d.set_aside_at
                        from events_dead_letter d
                        join events_outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
                        where d.tenant_id = :tenant and d.dropped_at is null
                        order by d.set_aside_at desc, d.event_id desc, d.reader limit :most
                        """, Object[].class)
                .setParameter("tenant", tenant.number())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new DeadLetter(
                        Uuids.fromBytes((byte[]) row[0]),
                        (String) row[1],
                        (String) row[2],
                        Cause.valueOf((String) row[3]),
                        (String) row[4],
                        ((Number) row[5]).intValue(),
                        ((Timestamp) row[6]).toInstant(),
                        ((Timestamp) row[7]).toInstant(),
                        ((Timestamp) row[8]).toInstant()))
                .toList();
    }

    /** How many nobody has dropped. */
    public long count(TenantId tenant) {
        return cells.sessionOf(tenant)
                .createNativeQuery(
                        "select count(*) from events_dead_letter where tenant_id = :tenant and dropped_at is null",
                        Long.class)
                .setParameter("tenant", tenant.number())
                .getSingleResult();
    }

    /** The event of one, held until the transaction ends. One that was dropped is not there any more. */
    public Optional<StoredEvent> findEvent(TenantId tenant, String reader, UUID event) {
        return cells.sessionOf(tenant)
                .createNativeQuery("""
                        select coalesce(o.number, 0), o.id, o.type, o.payload, o.occurred_at from events_dead_letter d
                        join events_outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
                        where d.tenant_id = :tenant and d.event_id = :event and d.reader = :reader
                            and d.dropped_at is null
                        for update
                        """, Object[].class)
                .setParameter("tenant", tenant.number())
                .setParameter("event", Uuids.bytes(event))
                .setParameter("reader", reader)
                .getResultStream()
                .map(OutboxRows::event)
                .findFirst();
    }

    public void remove(TenantId tenant, String reader, UUID event) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery("delete from events_dead_letter where tenant_id = :tenant"
                        + " and event_id = :event and reader = :reader")
                .setParameter("tenant", tenant.number())
                .setParameter("event", Uuids.bytes(event))
                .setParameter("reader", reader)
                .executeUpdate();
    }

    /** All of a reader, dropped ones too. */
    public void removeAll(TenantId tenant, String reader) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery(
                        "delete from events_dead_letter where tenant_id = :tenant and reader = :reader")
                .setParameter("tenant", tenant.number())
                .setParameter("reader", reader)
                .executeUpdate();
    }

    public boolean drop(TenantId tenant, String reader, UUID event, Instant now) {
        return cells.sessionOf(tenant)
                        .createNativeMutationQuery("update events_dead_letter set dropped_at = :now"
                                + " where tenant_id = :tenant and event_id = :event and reader = :reader"
                                + " and dropped_at is null")
                        .setParameter("now", Timestamp.from(now))
                        .setParameter("tenant", tenant.number())
                        .setParameter("event", Uuids.bytes(event))
                        .setParameter("reader", reader)
                        .executeUpdate()
                > 0;
    }

    /** How many of a cell nobody has dropped. */
    long open(String cell) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        EveryTenant.RELAY.says("select count(*) from events_dead_letter where dropped_at is null"),
                        Long.class)
                .getSingleResult();
    }
}
