package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What regions put in the place of packages. */
@ApplicationScoped
public class PackageOverlayStore extends EnterpriseStore<PackageOverlayRow> {

    public PackageOverlayStore() {
        super(PackageOverlayRow.class);
    }

    public Optional<PackageOverlayRow> find(EnterpriseId enterprise, String slug, String space) {
        return where(enterprise, "e.packageSlug = :slug and e.space = :space", "e.revision desc")
                .setParameter("slug", slug)
                .setParameter("space", space)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
