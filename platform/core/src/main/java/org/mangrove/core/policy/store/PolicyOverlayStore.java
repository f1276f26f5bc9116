package org.mangrove.core.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What regions say otherwise in policies. */
@ApplicationScoped
public class PolicyOverlayStore extends EnterpriseStore<PolicyOverlayRow> {

    public PolicyOverlayStore() {
        super(PolicyOverlayRow.class);
    }

    public Optional<PolicyOverlayRow> find(EnterpriseId enterprise, String policy, String space) {
        return where(enterprise, "e.policy = :policy and e.space = :space", "e.revision desc")
                .setParameter("policy", policy)
                .setParameter("space", space)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
