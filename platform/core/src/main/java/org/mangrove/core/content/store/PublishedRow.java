package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What somebody has published of a master or about it, as a document. Never changed: what is new is another row. */
@MappedSuperclass
public abstract class PublishedRow extends EnterpriseOwned {

    @Column(name = "asset_id", nullable = false, updatable = false)
    private UUID asset;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "published_by", nullable = false, updatable = false)
    private UUID publishedBy;

    @Column(name = "published_at", nullable = false, updatable = false)
    private Instant publishedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PublishedRow() {}

    protected PublishedRow(Asset asset, Digest digest, String document, UUID actor, Instant now) {
        super(asset.enterprise(), Uuids.next());
        this.asset = asset.id();
        this.digest = digest.hex();
        this.document = document;
        this.publishedBy = actor;
        this.publishedAt = now;
    }

    public String document() {
        return document;
    }

    public UUID publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
