package org.mangrove.core.authoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What was done in drafts. */
@ApplicationScoped
public class DraftStepStore extends EnterpriseStore<DraftStepRow> {

    public DraftStepStore() {
        super(DraftStepRow.class);
    }

    public Optional<DraftStepRow> find(EnterpriseId enterprise, UUID draft, int number) {
        return where(enterprise, "e.draft = :draft and e.number = :number")
                .setParameter("draft", draft)
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    /** The latest first. */
    public List<DraftStepRow> of(EnterpriseId enterprise, UUID draft, int from, int most) {
        return where(enterprise, "e.draft = :draft", "e.number desc")
                .setParameter("draft", draft)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
    }

    public int deleteOf(EnterpriseId enterprise, UUID draft) {
        return change(enterprise, "delete from DraftStepRow e where e.enterprise = :enterprise and e.draft = :draft")
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
