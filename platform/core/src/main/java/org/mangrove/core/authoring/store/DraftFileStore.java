package org.mangrove.core.authoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Files of drafts. */
@ApplicationScoped
public class DraftFileStore extends EnterpriseStore<DraftFileRow> {

    public DraftFileStore() {
        super(DraftFileRow.class);
    }

    public Optional<DraftFileRow> find(EnterpriseId enterprise, UUID draft, Digest digest) {
        return where(enterprise, "e.draft = :draft and e.digest = :digest")
                .setParameter("draft", draft)
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }

    /** Which there are, without their bytes. */
    public List<String> digestsOf(EnterpriseId enterprise, UUID draft) {
        return query(
                        enterprise,
                        "select e.digest from DraftFileRow e where e.enterprise = :enterprise and e.draft = :draft",
                        String.class)
                .setParameter("draft", draft)
                .getResultList();
    }

    /** How many bytes it has, without reading them. */
    public Optional<Integer> findSize(EnterpriseId enterprise, UUID draft, Digest digest) {
        return query(
                        enterprise,
                        "select e.size from DraftFileRow e where e.enterprise = :enterprise and e.draft = :draft"
                                + " and e.digest = :digest",
                        Integer.class)
                .setParameter("draft", draft)
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }

    public int deleteOf(EnterpriseId enterprise, UUID draft) {
        return change(enterprise, "delete from DraftFileRow e where e.enterprise = :enterprise and e.draft = :draft")
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
