package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Masters that are given up. */
@ApplicationScoped
public class RetirementStore extends EnterpriseStore<RetirementRow> {

    public RetirementStore() {
        super(RetirementRow.class);
    }

    /** The one that was not taken back. */
    public Optional<RetirementRow> find(EnterpriseId enterprise, String course) {
        return where(enterprise, "e.course = :course and e.takenBackAt is null", "e.announcedAt desc")
                .setParameter("course", course)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** Those that were not taken back. */
    public List<RetirementRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "e.takenBackAt is null", "e.course")
                .setMaxResults(most)
                .getResultList();
    }
}
