package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Versions of packages. Two of the same number cannot be: so of two who publish at once the second is refused. */
@ApplicationScoped
public class PackageVersionStore extends EnterpriseStore<PackageVersionRow> {

    public PackageVersionStore() {
        super(PackageVersionRow.class);
    }

    /** The newest first. */
    public List<PackageVersionRow> of(EnterpriseId enterprise, String slug, int most) {
        return where(enterprise, "e.packageSlug = :slug", "e.number desc")
                .setParameter("slug", slug)
                .setMaxResults(most)
                .getResultList();
    }

    /** Of all packages; each package's newest first. */
    public List<PackageVersionRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.packageSlug, e.number desc")
                .setMaxResults(most)
                .getResultList();
    }
}
