package org.mangrove.core.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Versions of policies. Two of the same number cannot be: so of two who publish at once the second is refused. */
@ApplicationScoped
public class PolicyVersionStore extends EnterpriseStore<PolicyVersionRow> {

    public PolicyVersionStore() {
        super(PolicyVersionRow.class);
    }

    /** The newest first. */
    public List<PolicyVersionRow> of(EnterpriseId enterprise, String policy, int most) {
        return where(enterprise, "e.policy = :policy", "e.number desc")
                .setParameter("policy", policy)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<PolicyVersionRow> findInEffect(EnterpriseId enterprise, String policy, Instant at) {
        return where(enterprise, "e.policy = :policy and e.effectiveFrom <= :at", "e.number desc")
                .setParameter("policy", policy)
                .setParameter("at", at)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
