package org.mangrove.core.quality.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Waivers. */
@ApplicationScoped
public class WaiverStore extends EnterpriseStore<WaiverRow> {

    public WaiverStore() {
        super(WaiverRow.class);
    }

    /** Those of one course, also those that count no more, the newest first. */
    public List<WaiverRow> of(EnterpriseId enterprise, String course, int most) {
        return where(enterprise, "e.course = :course", "e.givenAt desc, e.id desc")
                .setParameter("course", course)
                .setMaxResults(most)
                .getResultList();
    }
}
