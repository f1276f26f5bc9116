package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A blob that a market's own course shows. */
@Entity
@Table(name = "content_market_media")
public class MarketMediaRow extends TenantOwned {

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "media_type", nullable = false, updatable = false)
    private String mediaType;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketMediaRow() {}

    public MarketMediaRow(TenantId tenant, Digest digest, MediaType type) {
        super(tenant, Uuids.next());
        this.digest = digest.hex();
        this.mediaType = type.type();
    }

    public String digest() {
        return digest;
    }

    public MediaType type() {
        return MediaType.parse(mediaType).orElseThrow();
    }
}
