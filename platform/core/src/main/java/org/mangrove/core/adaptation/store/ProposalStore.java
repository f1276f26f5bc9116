package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What markets propose. */
@ApplicationScoped
public class ProposalStore extends EnterpriseStore<ProposalRow> {

    public ProposalStore() {
        super(ProposalRow.class);
    }

    /** What waits first, then the latest. */
    public List<ProposalRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "case when e.state = 'OPEN' then 0 else 1 end, e.heardAt desc")
                .setMaxResults(most)
                .getResultList();
    }

    public List<ProposalRow> acceptedOf(EnterpriseId enterprise, String course) {
        return where(enterprise, "e.course = :course and e.state = 'ACCEPTED'", "e.version")
                .setParameter("course", course)
                .getResultList();
    }

    /** Nobody else decides it before this transaction ends. */
    public Optional<ProposalRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
