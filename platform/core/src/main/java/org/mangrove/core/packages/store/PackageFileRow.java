package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A package that somebody has brought to the core, and that was looked through. */
@Entity
@Table(name = "packages_file")
public class PackageFileRow extends EnterpriseOwned {

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "brought_by", nullable = false, updatable = false)
    private UUID broughtBy;

    @Column(name = "brought_at", nullable = false, updatable = false)
    private Instant broughtAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PackageFileRow() {}

    public PackageFileRow(EnterpriseId enterprise, PackageFile file, UUID actor, Instant now) {
        super(enterprise, Uuids.next());
        this.digest = file.digest().hex();
        this.document = Definitions.write(file);
        this.broughtBy = actor;
        this.broughtAt = now;
    }

    public PackageFile file() {
        return Definitions.read(document, PackageFile.class);
    }
}
