package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A package that a market has brought itself. */
@Entity
@Table(name = "packages_market_file")
public class MarketFileRow extends TenantOwned {

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "brought_at", nullable = false, updatable = false)
    private Instant broughtAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketFileRow() {}

    public MarketFileRow(TenantId tenant, PackageFile file, Instant now) {
        super(tenant, Uuids.next());
        this.digest = file.digest().hex();
        this.document = Definitions.write(file);
        this.broughtAt = now;
    }

    public PackageFile file() {
        return Definitions.read(document, PackageFile.class);
    }
}
