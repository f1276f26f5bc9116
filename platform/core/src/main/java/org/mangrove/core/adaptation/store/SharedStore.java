package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What markets let headquarters read. What has ended is not among it. */
@ApplicationScoped
public class SharedStore extends EnterpriseStore<SharedRow> {

    public SharedStore() {
        super(SharedRow.class);
    }

    /** Each once. */
    public List<SharedMark> marks(EnterpriseId enterprise, Instant at) {
        return query(enterprise, """
                        select distinct new org.mangrove.core.adaptation.store.SharedMark(e.course, e.tenant)
                        from SharedRow e where e.enterprise = :enterprise and e.endsAt > :at""", SharedMark.class).setParameter("at", at).getResultList();
    }

    /** By market, the oldest first. */
    public List<SharedRow> of(EnterpriseId enterprise, String course, Instant at) {
        return where(enterprise, "e.course = :course and e.endsAt > :at", "e.tenant, e.id")
                .setParameter("course", course)
                .setParameter("at", at)
                .getResultList();
    }

    /** What is for other markets, too. */
    public List<SharedRow> forEverybody(EnterpriseId enterprise, Instant at) {
        return where(enterprise, "e.audience = 'EVERYBODY' and e.endsAt > :at", "e.id")
                .setParameter("at", at)
                .getResultList();
    }

    /** By which it shows that something of that has changed. */
    public List<SharedMoment> momentsForEverybody(EnterpriseId enterprise, Instant at) {
        return query(enterprise, """
                        select new org.mangrove.core.adaptation.store.SharedMoment(e.id, e.heardAt)
                        from SharedRow e where e.enterprise = :enterprise and e.audience = 'EVERYBODY' and e.endsAt > :at
                        order by e.id""", SharedMoment.class).setParameter("at", at).getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<SharedRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** Takes away what has ended, also where its cell has not said so. */
    public void removeEnded(EnterpriseId enterprise, Instant at) {
        change(enterprise, "delete from SharedRow e where e.enterprise = :enterprise and e.endsAt <= :at")
                .setParameter("at", at)
                .executeUpdate();
    }
}
