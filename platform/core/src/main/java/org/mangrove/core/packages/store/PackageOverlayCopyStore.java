package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** What regions put in the place of packages, in a cell. */
@ApplicationScoped
public class PackageOverlayCopyStore extends EnterpriseCopyStore<PackageOverlayCopy> {

    public PackageOverlayCopyStore() {
        super(PackageOverlayCopy.class);
    }

    /** What the tenant's region says. @param asset the key by which the engine knows the package */
    public Optional<PackageOverlayCopy> ofRegion(TenantProfile tenant, String asset) {
        return where(tenant, "e.asset = :asset and e.space = :region")
                .setParameter("asset", asset)
                .setParameter("region", tenant.region().orElse(""))
                .uniqueResultOptional();
    }
}
