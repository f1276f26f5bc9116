package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What retention has done, run by run. */
@ApplicationScoped
public class RetentionStore extends TenantStore<RetentionRow> {

    public RetentionStore() {
        super(RetentionRow.class);
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<RetentionRow> hold(TenantId tenant, UUID run) {
        return where(tenant, "e.id = :run")
                .setParameter("run", run)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    public boolean hasRunOn(TenantId tenant, LocalDate day) {
        return countWhere(tenant, "e.ranOn = :day and e.dry = false")
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }

    /** The last runs, the newest first. */
    public List<RetentionRow> latest(TenantId tenant, boolean dry, int most) {
        return where(tenant, "e.dry = :dry", "e.askedAt desc, e.id desc")
                .setParameter("dry", dry)
                .setMaxResults(most)
                .getResultList();
    }

    /** What all runs together have removed of one holder for a purpose. */
    public long removed(TenantId tenant, String purpose, String holder) {
        return Optional.ofNullable(query(
                                tenant,
                                "select sum(e.things) from RetentionRow e where e.tenant = :tenant and e.purpose = :purpose"
                                        + " and e.holder = :holder and e.dry = false",
                                Long.class)
                        .setParameter("purpose", purpose)
                        .setParameter("holder", holder)
                        .getSingleResult())
                .orElse(0L);
    }

    /** Runs of long ago tell nobody anything. @return how many there were */
    public int tidy(TenantId tenant, LocalDate before) {
        return change(
                        tenant,
                        "delete from RetentionRow e where e.tenant = :tenant and e.ranOn < :before and e.things = 0")
                .setParameter("before", before)
                .executeUpdate();
    }
}
