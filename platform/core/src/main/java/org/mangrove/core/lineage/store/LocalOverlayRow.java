package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.TenantOwned;

/** What a tenant itself says otherwise in one asset, as it holds now. */
@Entity
@Table(name = "lineage_local_overlay")
public class LocalOverlayRow extends TenantOwned {

    @Column(name = "asset_type", nullable = false, updatable = false)
    private String type;

    @Column(name = "asset_slug", nullable = false, updatable = false)
    private String asset;

    @Column(name = "revision", nullable = false)
    private int revision;

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    @Column(name = "joined_with")
    private @Nullable String joinedWith;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LocalOverlayRow() {}

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document));
    }

    /** @param overlay of the same asset, a revision later */
    public void becomes(Overlay overlay) {
        if (overlay.revision() != revision + 1) {
            throw new IllegalArgumentException(
                    "After revision %d of %s comes no revision %d".formatted(revision, asset, overlay.revision()));
        }
        revision = overlay.revision();
        digest = overlay.digest().hex();
        document = CanonicalJson.write(LineageJson.of(overlay));
    }
}
