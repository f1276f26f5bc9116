package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.ContentJson;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A version of a master as it was published. Never changed. */
@Entity
@Table(name = "content_asset_version")
public class AssetVersionRow extends EnterpriseOwned {

    @Column(name = "asset_id", nullable = false, updatable = false)
    private UUID asset;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "parent_number", nullable = false, updatable = false)
    private int parentNumber;

    @Column(name = "change_class", nullable = false, updatable = false)
    private String changeClass;

    @Column(name = "effective_from", nullable = false, updatable = false)
    private Instant effectiveFrom;

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
    protected AssetVersionRow() {}

    public AssetVersionRow(Asset asset, AssetVersion version, UUID actor, Instant now) {
        super(asset.enterprise(), Uuids.next());
        this.asset = asset.id();
        this.number = version.no();
        this.parentNumber = version.no() - 1;
        this.changeClass = version.change().name();
        this.effectiveFrom = version.effectiveFrom();
        this.digest = version.digest().hex();
        this.document = ContentJson.write(ContentJson.of(version));
        this.publishedBy = actor;
        this.publishedAt = now;
    }

    public AssetVersion version() {
        return ContentJson.toVersion(ContentJson.read(document));
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
