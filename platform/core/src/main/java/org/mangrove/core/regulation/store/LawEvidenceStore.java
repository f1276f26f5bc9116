package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What stands in the log of decisions about changes. */
@ApplicationScoped
public class LawEvidenceStore extends EnterpriseStore<LawEvidenceRow> {

    public LawEvidenceStore() {
        super(LawEvidenceRow.class);
    }

    /** In the order in which it was decided. */
    public List<LawEvidenceRow> of(EnterpriseId enterprise, UUID change, int most) {
        return where(enterprise, "e.change = :change", "e.number")
                .setParameter("change", change)
                .setMaxResults(most)
                .getResultList();
    }
}
