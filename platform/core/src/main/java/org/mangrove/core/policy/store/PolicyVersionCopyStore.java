package org.mangrove.core.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Published versions of policies, in a cell. */
@ApplicationScoped
public class PolicyVersionCopyStore extends EnterpriseCopyStore<PolicyVersionCopy> {

    public PolicyVersionCopyStore() {
        super(PolicyVersionCopy.class);
    }

    public Optional<PolicyVersionCopy> findInEffect(TenantProfile tenant, String policy, Instant at) {
        return where(tenant, """
                        e.policy = :policy and e.number = (select max(v.number) from PolicyVersionCopy v
                          where v.enterprise = :enterprise and v.policy = :policy and v.effectiveFrom <= :at)""")
                .setParameter("policy", policy)
                .setParameter("at", at)
                .uniqueResultOptional();
    }

    /** Those that are not in effect yet. */
    public List<PolicyVersionCopy> ahead(TenantProfile tenant, String policy, Instant at, int most) {
        return where(tenant, "e.policy = :policy and e.effectiveFrom > :at")
                .setParameter("policy", policy)
                .setParameter("at", at)
                .setMaxResults(most)
                .getResultList();
    }
}
