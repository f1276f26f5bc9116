package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.packages.store.PackageVersionCopy;
import org.mangrove.core.packages.store.PackageVersionCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes published versions of packages into a cell. */
@ApplicationScoped
public class PackageVersionApplier implements FeedApplier {

    @Inject
    PackageVersionCopyStore versions;

    @Override
    public String type() {
        return Packages.VERSION;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        versions.put(cell, new PackageVersionCopy(enterprise, PackageVersion.read(item.payload())));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        versions.remove(cell, enterprise, PackageVersionCopy.idOf(subject));
    }
}
