package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The packages that a market has brought itself. */
@ApplicationScoped
public class MarketFileStore extends TenantStore<MarketFileRow> {

    public MarketFileStore() {
        super(MarketFileRow.class);
    }

    public Optional<MarketFileRow> find(TenantId tenant, Digest digest) {
        return where(tenant, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }

    /** The latest first. */
    public List<MarketFileRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.broughtAt desc, e.id")
                .setMaxResults(most)
                .getResultList();
    }
}
