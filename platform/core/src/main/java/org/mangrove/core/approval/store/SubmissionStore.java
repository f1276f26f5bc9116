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

    private static final String OPEN = "e.state in ('DRAFT', 'IN_REVIEW', 'APPROVED')";

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

    /** Those of which nothing has become yet. */
    public List<SubmissionRow> open(EnterpriseId enterprise, int most) {
        return where(enterprise, OPEN, "e.begunAt, e.id").setMaxResults(most).getResultList();
    }

    /** Those of which something has become, or nothing ever will, the latest first. */
    public List<SubmissionRow> closed(EnterpriseId enterprise, int from, int most) {
        return where(enterprise, "not (" + OPEN + ")", "e.changedAt desc, e.id desc")
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
    }
}
