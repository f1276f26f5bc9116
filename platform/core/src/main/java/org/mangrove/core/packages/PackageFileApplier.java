package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.packages.store.PackageFileCopy;
import org.mangrove.core.packages.store.PackageFileCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Remembers in a cell which files are an enterprise's packages. The files themselves are there by then. */
@ApplicationScoped
public class PackageFileApplier implements FeedApplier {

    @Inject
    PackageFileCopyStore files;

    @Override
    public String type() {
        return Packages.FILE;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        files.put(cell, new PackageFileCopy(enterprise, Definitions.read(item.payload(), PackageFile.class)));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        files.remove(cell, enterprise, PackageFileCopy.idOf(subject));
    }
}
