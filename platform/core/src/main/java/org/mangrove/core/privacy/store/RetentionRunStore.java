package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** When retention has run, and how far a run is. */
@ApplicationScoped
public class RetentionRunStore extends TenantStore<RetentionRunRow> {

    public RetentionRunStore() {
        super(RetentionRunRow.class);
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<RetentionRunRow> hold(TenantId tenant, UUID run) {
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

    public Optional<RetentionRunRow> latest(TenantId tenant, boolean dry) {
        return where(tenant, "e.dry = :dry", "e.askedAt desc, e.id desc")
                .setParameter("dry", dry)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** Runs of long ago tell nobody anything. @return how many there were */
    public int tidy(TenantId tenant, LocalDate before) {
        return change(
                        tenant,
                        "delete from RetentionRunRow e where e.tenant = :tenant and e.ranOn < :before and e.finished = true")
                .setParameter("before", before)
                .executeUpdate();
    }
}
