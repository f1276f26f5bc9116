package org.mangrove.core.authoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What blocks of drafts say and said. */
@ApplicationScoped
public class DraftBlockStore extends EnterpriseStore<DraftBlockRow> {

    public DraftBlockStore() {
        super(DraftBlockRow.class);
    }

    public List<DraftBlockRow> of(EnterpriseId enterprise, UUID draft, Collection<String> digests) {
        return where(enterprise, "e.draft = :draft and e.digest in (:digests)")
                .setParameter("draft", draft)
                .setParameterList("digests", digests)
                .getResultList();
    }

    /** Those of {@code digests} that are there already. */
    public Set<String> known(EnterpriseId enterprise, UUID draft, Collection<String> digests) {
        return new TreeSet<>(query(
                        enterprise,
                        "select e.digest from DraftBlockRow e where e.enterprise = :enterprise and e.draft = :draft"
                                + " and e.digest in (:digests)",
                        String.class)
                .setParameter("draft", draft)
                .setParameterList("digests", digests)
                .getResultList());
    }

    public int deleteOf(EnterpriseId enterprise, UUID draft) {
        return change(enterprise, "delete from DraftBlockRow e where e.enterprise = :enterprise and e.draft = :draft")
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
