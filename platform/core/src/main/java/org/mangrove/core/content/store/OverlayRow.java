package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.content.ContentJson;
import org.mangrove.core.content.Overlay;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What a space changes in a master, as it was published. Never changed; the highest revision holds. */
@Entity
@Table(name = "content_overlay")
public class OverlayRow extends EnterpriseOwned {

    @Column(name = "asset_id", nullable = false, updatable = false)
    private UUID asset;

    @Column(name = "space_slug", nullable = false, updatable = false)
    private String space;

    @Column(name = "space_level", nullable = false, updatable = false)
    private String level;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "base_number", nullable = false, updatable = false)
    private int baseNumber;

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
    protected OverlayRow() {}

    public OverlayRow(Asset asset, Overlay overlay, int baseNumber, UUID actor, Instant now) {
        super(asset.enterprise(), Uuids.next());
        this.asset = asset.id();
        this.space = overlay.space();
        this.level = overlay.level().name();
        this.revision = overlay.revision();
        this.baseNumber = baseNumber;
        this.digest = overlay.digest().hex();
        this.document = ContentJson.write(ContentJson.of(overlay));
        this.publishedBy = actor;
        this.publishedAt = now;
    }

    public Overlay overlay() {
        return ContentJson.toOverlay(ContentJson.read(document));
    }

    public String document() {
        return document;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
