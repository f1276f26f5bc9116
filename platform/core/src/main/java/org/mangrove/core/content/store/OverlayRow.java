package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;

/** What a space changes in a master, as it was published. Never changed; the highest revision holds. */
@Entity
@Table(name = "content_overlay")
public class OverlayRow extends PublishedRow {

    @Column(name = "space_slug", nullable = false, updatable = false)
    private String space;

    @Column(name = "space_level", nullable = false, updatable = false)
    private String level;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "base_number", nullable = false, updatable = false)
    private int baseNumber;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected OverlayRow() {}

    public OverlayRow(Asset asset, Overlay overlay, int baseNumber, UUID actor, Instant now) {
        super(asset, overlay.digest(), CanonicalJson.write(LineageJson.of(overlay)), actor, now);
        this.space = overlay.space();
        this.level = overlay.level().name();
        this.revision = overlay.revision();
        this.baseNumber = baseNumber;
    }

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document()));
    }
}
