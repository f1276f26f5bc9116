package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.privacy.Known;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people have asked for, and by what those are known who are to be erased. */
@ApplicationScoped
public class RequestStore extends TenantStore<RequestRow> {

    public RequestStore() {
        super(RequestRow.class);
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<RequestRow> hold(TenantId tenant, UUID request) {
        return where(tenant, "e.id = :request")
                .setParameter("request", request)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** A person's, the newest first. */
    public List<RequestRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.askedAt desc, e.id desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that are open first, by the day on which they are due; then the others, the newest first. */
    public List<RequestRow> page(TenantId tenant, int skip, int most) {
        return where(
                        tenant,
                        "1 = 1",
                        "case when e.state in ('ASKED', 'APPROVED', 'NOT_PROVED', 'FAILED') then 0 else 1 end,"
                                + " case when e.endedAt is null then e.dueOn end, e.askedAt desc, e.id desc")
                .setFirstResult(skip)
                .setMaxResults(most)
                .getResultList();
    }

    public long count(TenantId tenant) {
        return countWhere(tenant, "1 = 1").getSingleResult();
    }

    /** Erasures of which something had to stay until now. */
    public List<RequestRow> dueAgain(TenantId tenant, LocalDate today, int most) {
        return where(tenant, "e.state = 'KEPT' and e.againOn <= :today", "e.id")
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }

    /** What somebody has decided stays; that it was them does not. @return how many there were */
    public int forgetDecider(TenantId tenant, UUID person) {
        return change(
                        tenant,
                        "update RequestRow e set e.decidedBy = null where e.tenant = :tenant and e.decidedBy = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    public void know(TenantId tenant, UUID request, Known who) {
        session(tenant).flush();
        session(tenant)
                .createNativeMutationQuery("""
                        insert into privacy_subject (tenant_id, id, identifiers) values (:tenant, :request, :identifiers)
                        on duplicate key update identifiers = values(identifiers)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("request", request)
                .setParameter("identifiers", Definitions.write(who))
                .executeUpdate();
    }

    public Optional<Known> findKnown(TenantId tenant, UUID request) {
        return session(tenant)
                .createNativeQuery(
                        "select identifiers from privacy_subject where tenant_id = :tenant and id = :request",
                        String.class)
                .setParameter("tenant", tenant.number())
                .setParameter("request", request)
                .getResultStream()
                .findFirst()
                .map(json -> Definitions.read(json, Known.class));
    }

    public void forget(TenantId tenant, UUID request) {
        session(tenant)
                .createNativeMutationQuery("delete from privacy_subject where tenant_id = :tenant and id = :request")
                .setParameter("tenant", tenant.number())
                .setParameter("request", request)
                .executeUpdate();
    }

    /** One row of the register of erasures. */
    public record Erased(UUID id, String entry) {}

    public List<Erased> erased(TenantId tenant) {
        return session(tenant)
                .createNativeQuery(
                        "select id, entry from privacy_erasure where tenant_id = :tenant order by erased_at, id",
                        Object[].class)
                .setParameter("tenant", tenant.number())
                .getResultStream()
                .map(row -> new Erased(Uuids.fromBytes((byte[]) row[0]), (String) row[1]))
                .toList();
    }

    public void addErased(TenantId tenant, UUID id, Instant at, String entry) {
        session(tenant)
                .createNativeMutationQuery("""
                        insert into privacy_erasure (tenant_id, id, erased_at, entry) values (:tenant, :id, :at, :entry)
                        on duplicate key update entry = values(entry)
                        """)
                .setParameter("tenant", tenant.number())
                .setParameter("id", id)
                .setParameter("at", Timestamp.from(at))
                .setParameter("entry", entry)
                .executeUpdate();
    }
}
