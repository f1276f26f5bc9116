package org.mangrove.server.walls;

import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/** A tenant and its enterprise, by whose numbers rows are theirs. */
record Owner(TenantProfile tenant, Enterprise enterprise) {

    int tenantNumber() {
        return tenant.tenant().id().number();
    }

    int enterpriseNumber() {
        return enterprise.id().number();
    }

    int number(String column) {
        return column.equals("tenant_id") ? tenantNumber() : enterpriseNumber();
    }
}
