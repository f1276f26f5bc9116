package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Masters of content. */
@ApplicationScoped
public class AssetStore extends EnterpriseStore<Asset> {

    public AssetStore() {
        super(Asset.class);
    }

    public Optional<Asset> find(EnterpriseId enterprise, String slug) {
        return where(enterprise, "e.slug = :slug").setParameter("slug", slug).uniqueResultOptional();
    }

    /** As {@link #find}, and nobody else publishes it before this transaction ends. */
    public Optional<Asset> hold(EnterpriseId enterprise, String slug) {
        return where(enterprise, "e.slug = :slug")
                .setParameter("slug", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    public List<Asset> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "e.kind = 'COURSE'", "e.slug")
                .setMaxResults(most)
                .getResultList();
    }
}
