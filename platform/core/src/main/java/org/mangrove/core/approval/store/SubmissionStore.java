package org.mangrove.core.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Candidates on their way. */
@ApplicationScoped
public class SubmissionStore extends EnterpriseStore<SubmissionRow> {

    public SubmissionStore() {
        super(SubmissionRow.class);
    }

    /** Nobody else does anything with it before this transaction ends. */
    public Optional<SubmissionRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /**
     * The latest first.
     *
     * @param open those of which nothing has become yet; or else the others
     */
    public List<SubmissionRow> some(EnterpriseId enterprise, boolean open, int most) {
        return where(enterprise, "e.open = :open", "e.changedAt desc, e.id desc")
                .setParameter("open", open)
                .setMaxResults(most)
                .getResultList();
    }
}
