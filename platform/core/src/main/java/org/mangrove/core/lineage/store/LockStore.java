package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Lock rules. */
@ApplicationScoped
public class LockStore extends EnterpriseStore<LockRow> {

    public LockStore() {
        super(LockRow.class);
    }

    /** Those of one subject that were not lifted, in the order in which they were set. */
    public List<LockRow> of(EnterpriseId enterprise, String subject) {
        return where(enterprise, "e.subject = :subject and e.liftedAt is null", "e.id")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** One of them, which nobody else lifts before this transaction ends. */
    public Optional<LockRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
