package org.mangrove.core.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** What regions say otherwise in policies, in a cell. */
@ApplicationScoped
public class PolicyOverlayCopyStore extends EnterpriseCopyStore<PolicyOverlayCopy> {

    public PolicyOverlayCopyStore() {
        super(PolicyOverlayCopy.class);
    }

    /** What the tenant's region says. @param asset the key by which the engine knows the policy */
    public Optional<PolicyOverlayCopy> ofRegion(TenantProfile tenant, String asset) {
        return where(tenant, "e.asset = :asset and e.space = :region")
                .setParameter("asset", asset)
                .setParameter("region", tenant.region().orElse(""))
                .uniqueResultOptional();
    }
}
