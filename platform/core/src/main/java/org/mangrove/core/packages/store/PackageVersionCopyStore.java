package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Published versions of packages, in a cell. */
@ApplicationScoped
public class PackageVersionCopyStore extends EnterpriseCopyStore<PackageVersionCopy> {

    public PackageVersionCopyStore() {
        super(PackageVersionCopy.class);
    }

    /** All that are in effect, of all packages. */
    public List<PackageVersionCopy> inEffect(TenantProfile tenant, Instant at, int most) {
        return where(tenant, "e.effectiveFrom <= :at")
                .setParameter("at", at)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of one package that are in effect. */
    public List<PackageVersionCopy> inEffect(TenantProfile tenant, String slug, Instant at, int most) {
        return where(tenant, "e.packageSlug = :slug and e.effectiveFrom <= :at")
                .setParameter("slug", slug)
                .setParameter("at", at)
                .setMaxResults(most)
                .getResultList();
    }
}
