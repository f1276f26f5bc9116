package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.packages.store.PackageOverlayCopy;
import org.mangrove.core.packages.store.PackageOverlayCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell what regions put in the place of packages. */
@ApplicationScoped
public class PackageOverlayApplier implements FeedApplier {

    @Inject
    PackageOverlayCopyStore overlays;

    @Override
    public String type() {
        return Packages.OVERLAY;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        overlays.put(
                cell, new PackageOverlayCopy(enterprise, LineageJson.toOverlay(CanonicalJson.read(item.payload()))));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        overlays.remove(cell, enterprise, PackageOverlayCopy.idOf(subject));
    }
}
