package org.mangrove.core.conversion.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Pictures of drafts. */
@ApplicationScoped
public class PictureStore extends EnterpriseStore<PictureRow> {

    public PictureStore() {
        super(PictureRow.class);
    }

    public Optional<PictureRow> find(EnterpriseId enterprise, UUID draft, Digest digest) {
        return where(enterprise, "e.draft = :draft and e.digest = :digest")
                .setParameter("draft", draft)
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }

    public List<PictureRow> of(EnterpriseId enterprise, UUID draft) {
        return where(enterprise, "e.draft = :draft", "e.digest")
                .setParameter("draft", draft)
                .getResultList();
    }

    public int deleteOf(EnterpriseId enterprise, UUID draft) {
        return change(enterprise, "delete from PictureRow e where e.enterprise = :enterprise and e.draft = :draft")
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
