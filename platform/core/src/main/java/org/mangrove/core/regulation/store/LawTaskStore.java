package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What has to be done in courses since laws change. */
@ApplicationScoped
public class LawTaskStore extends EnterpriseStore<LawTaskRow> {

    public LawTaskStore() {
        super(LawTaskRow.class);
    }

    public List<LawTaskRow> of(EnterpriseId enterprise, UUID change) {
        return where(enterprise, "e.change = :change", "e.course")
                .setParameter("change", change)
                .getResultList();
    }

    public List<LawTaskRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.id desc").setMaxResults(most).getResultList();
    }

    /** One of them, which nobody else changes before this transaction ends. */
    public Optional<LawTaskRow> hold(EnterpriseId enterprise, UUID change, String course) {
        return where(enterprise, "e.change = :change and e.course = :course")
                .setParameter("change", change)
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
