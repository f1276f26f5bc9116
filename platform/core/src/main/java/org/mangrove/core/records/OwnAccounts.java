package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.TenantId;

/** What people are called in statements whom the platform itself names. */
@ApplicationScoped
class OwnAccounts {

    private static final String ERASED = "/erased";

    @Inject
    Addresses addresses;

    @Inject
    Tenants tenants;

    /** The home page of the accounts of a tenant's people. */
    String home(TenantProfile tenant) {
        return addresses.home(tenant);
    }

    /** Who stands in statements in the place of somebody whose seal was destroyed. */
    AgentId erased(TenantId tenant, UUID seal) {
        TenantProfile whose = tenants.find(tenant)
                .orElseThrow(() -> new IllegalStateException("This node does not serve tenant " + tenant.number()));
        return new AgentId(AgentId.Kind.ACCOUNT, seal.toString(), home(whose) + ERASED);
    }
}
