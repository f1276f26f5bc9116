package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.policy.store.PolicyVersionCopy;
import org.mangrove.core.policy.store.PolicyVersionCopyStore;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes published versions of policies into a cell. */
@ApplicationScoped
public class PolicyVersionApplier implements FeedApplier {

    @Inject
    PolicyVersionCopyStore versions;

    @Override
    public String type() {
        return Policies.VERSION;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        versions.put(cell, new PolicyVersionCopy(enterprise, PolicyVersion.read(item.payload())));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        versions.remove(cell, enterprise, PolicyVersionCopy.idOf(subject));
    }
}
