package org.mangrove.core.expertise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Experts. */
@ApplicationScoped
public class ExpertStore extends EnterpriseStore<ExpertRow> {

    public ExpertStore() {
        super(ExpertRow.class);
    }

    public List<ExpertRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.id").setMaxResults(most).getResultList();
    }

    /** One whose minutes nobody else asks for before this transaction ends. */
    public Optional<ExpertRow> hold(EnterpriseId enterprise, UUID actor) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", actor)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
