package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.packages.PackageVersion;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** A published version of a package as a cell holds it. */
@Entity
@Table(name = "packages_version_copy")
public class PackageVersionCopy extends EnterpriseCopy {

    @Column(name = "package_slug", nullable = false)
    private String packageSlug;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "effective_from", nullable = false)
    private Instant effectiveFrom;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PackageVersionCopy() {}

    public PackageVersionCopy(EnterpriseId enterprise, PackageVersion version) {
        super(enterprise, idOf(version.slug() + "/" + version.no()));
        this.packageSlug = version.slug();
        this.number = version.no();
        this.effectiveFrom = version.effectiveFrom();
        this.document = version.write();
    }

    /** The same row each time the same thing is applied. */
    public static UUID idOf(String subject) {
        return UUID.nameUUIDFromBytes(("package-version/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    public PackageVersion version() {
        return PackageVersion.read(document);
    }
}
