package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The media of a market's own courses. */
@ApplicationScoped
public class MarketMediaStore extends TenantStore<MarketMediaRow> {

    public MarketMediaStore() {
        super(MarketMediaRow.class);
    }

    public Optional<MarketMediaRow> find(TenantId tenant, Digest digest) {
        return where(tenant, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }
}
