package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.policy.store.PolicyOverlayCopy;
import org.mangrove.core.policy.store.PolicyOverlayCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes into a cell what regions say otherwise in policies. */
@ApplicationScoped
public class PolicyOverlayApplier implements FeedApplier {

    @Inject
    PolicyOverlayCopyStore overlays;

    @Override
    public String type() {
        return Policies.OVERLAY;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        overlays.put(
                cell, new PolicyOverlayCopy(enterprise, LineageJson.toOverlay(CanonicalJson.read(item.payload()))));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        overlays.remove(cell, enterprise, PolicyOverlayCopy.idOf(subject));
    }
}
