package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.ContentJson;
import org.mangrove.core.lineage.CanonicalJson;

/** A version of a master as it was published. Never changed. */
@Entity
@Table(name = "content_asset_version")
public class AssetVersionRow extends PublishedRow {

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "parent_number", nullable = false, updatable = false)
    private int parentNumber;

    @Column(name = "change_class", nullable = false, updatable = false)
    private String changeClass;

    @Column(name = "effective_from", nullable = false, updatable = false)
    private Instant effectiveFrom;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AssetVersionRow() {}

    public AssetVersionRow(Asset asset, AssetVersion version, UUID actor, Instant now) {
        super(asset, version.digest(), CanonicalJson.write(ContentJson.of(version)), actor, now);
        this.number = version.no();
        this.parentNumber = version.no() - 1;
        this.changeClass = version.change().name();
        this.effectiveFrom = version.effectiveFrom();
    }

    public AssetVersion version() {
        return ContentJson.toVersion(CanonicalJson.read(document()));
    }
}
