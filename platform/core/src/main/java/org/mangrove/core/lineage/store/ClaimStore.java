package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Claims. */
@ApplicationScoped
public class ClaimStore extends EnterpriseStore<ClaimRow> {

    public ClaimStore() {
        super(ClaimRow.class);
    }

    /** Those of one asset that were not taken back, in the order in which they were made. */
    public List<ClaimRow> of(EnterpriseId enterprise, String asset) {
        return where(enterprise, "e.subject = :subject and e.takenBackAt is null", "e.id")
                .setParameter("subject", asset)
                .getResultList();
    }

    /** Those of some assets that were not taken back. */
    public List<ClaimRow> of(EnterpriseId enterprise, Collection<String> assets) {
        return where(enterprise, "e.subject in (:subjects) and e.takenBackAt is null", "e.id")
                .setParameter("subjects", assets)
                .getResultList();
    }

    /** All that were not taken back. */
    public List<ClaimRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "e.takenBackAt is null", "e.id")
                .setMaxResults(most)
                .getResultList();
    }

    /** What a change of a law ends, and nobody else changes before this transaction ends. */
    public List<ClaimRow> holdEndedBy(EnterpriseId enterprise, UUID change) {
        return where(enterprise, "e.endedBy = :change and e.takenBackAt is null", "e.id")
                .setParameter("change", change)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** One of them, which nobody else takes back before this transaction ends. */
    public Optional<ClaimRow> hold(EnterpriseId enterprise, UUID id) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
