package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.packages.PackageVersion;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A version of a package as it was published. Never changed. */
@Entity
@Table(name = "packages_version")
public class PackageVersionRow extends EnterpriseOwned {

    @Column(name = "package_slug", nullable = false, updatable = false)
    private String packageSlug;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

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
    protected PackageVersionRow() {}

    public PackageVersionRow(EnterpriseId enterprise, PackageVersion version, UUID actor, Instant now) {
        super(enterprise, Uuids.next());
        this.packageSlug = version.slug();
        this.number = version.no();
        this.changeClass = version.change().name();
        this.effectiveFrom = version.effectiveFrom();
        this.digest = version.digest().hex();
        this.document = version.write();
        this.publishedBy = actor;
        this.publishedAt = now;
    }

    public PackageVersion version() {
        return PackageVersion.read(document);
    }

    public UUID publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
