package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** What a region puts in the place of a package, as a cell holds it: the newest revision. */
@Entity
@Table(name = "packages_overlay_copy")
public class PackageOverlayCopy extends EnterpriseCopy {

    @Column(name = "package_asset", nullable = false)
    private String asset;

    @Column(name = "space_slug", nullable = false)
    private String space;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PackageOverlayCopy() {}

    public PackageOverlayCopy(EnterpriseId enterprise, Overlay overlay) {
        super(enterprise, idOf(overlay.asset() + "/" + overlay.space()));
        this.asset = overlay.asset();
        this.space = overlay.space();
        this.document = CanonicalJson.write(LineageJson.of(overlay));
    }

    /** The same row each time the same thing is applied. */
    public static UUID idOf(String subject) {
        return UUID.nameUUIDFromBytes(("package-overlay/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    public Overlay overlay() {
        return LineageJson.toOverlay(CanonicalJson.read(document));
    }
}
