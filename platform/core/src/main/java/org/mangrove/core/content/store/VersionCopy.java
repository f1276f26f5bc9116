package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.ContentJson;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** A published version as a cell holds it. */
@Entity
@Table(name = "content_version_copy")
public class VersionCopy extends EnterpriseCopy {

    @Column(name = "course_slug", nullable = false)
    private String course;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "effective_from", nullable = false)
    private Instant effectiveFrom;

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected VersionCopy() {}

    public VersionCopy(EnterpriseId enterprise, UUID id, AssetVersion version) {
        super(enterprise, id);
        this.course = version.key();
        this.number = version.no();
        this.effectiveFrom = version.effectiveFrom();
        this.digest = version.digest().hex();
        this.document = CanonicalJson.write(ContentJson.of(version));
    }

    public AssetVersion version() {
        return ContentJson.toVersion(CanonicalJson.read(document));
    }
}
