package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** What a space changes in a course, as a cell holds it: the newest revision. */
@Entity
@Table(name = "content_overlay_copy")
public class OverlayCopy extends EnterpriseCopy {

    @Column(name = "course_slug", nullable = false)
    private String course;

    @Column(name = "space_slug", nullable = false)
    private String space;

    @Column(name = "space_level", nullable = false)
    private String level;

    @Column(name = "revision", nullable = false)
    private int revision;

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected OverlayCopy() {}

    public OverlayCopy(EnterpriseId enterprise, UUID id, Overlay overlay) {
        super(enterprise, id);
        this.course = overlay.asset();
        this.space = overlay.space();
        this.level = overlay.level().name();
        this.revision = overlay.revision();
        this.digest = overlay.digest().hex();
        this.document = CanonicalJson.write(LineageJson.of(overlay));
    }

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document));
    }
}
