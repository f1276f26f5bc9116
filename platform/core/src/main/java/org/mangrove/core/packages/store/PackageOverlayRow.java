package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What a region puts in the place of a package, as it was published. Never changed; the highest revision holds. */
@Entity
@Table(name = "packages_overlay")
public class PackageOverlayRow extends EnterpriseOwned {

    @Column(name = "package_slug", nullable = false, updatable = false)
    private String packageSlug;

    @Column(name = "space_slug", nullable = false, updatable = false)
    private String space;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

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
    protected PackageOverlayRow() {}

    public PackageOverlayRow(EnterpriseId enterprise, String slug, Overlay overlay, UUID actor, Instant now) {
        super(enterprise, Uuids.next());
        this.packageSlug = slug;
        this.space = overlay.space();
        this.revision = overlay.revision();
        this.digest = overlay.digest().hex();
        this.document = CanonicalJson.write(LineageJson.of(overlay));
        this.publishedBy = actor;
        this.publishedAt = now;
    }

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document));
    }
}
