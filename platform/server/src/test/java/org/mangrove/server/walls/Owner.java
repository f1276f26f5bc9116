package org.mangrove.server.walls;

import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;
import org.mangrove.server.Neighbours;

/** A tenant and its enterprise, by whose numbers rows are theirs. */
record Owner(TenantProfile tenant, Enterprise enterprise) {

    /** In whose name all is asked. */
    static final Owner ASKED = of(9_001, "it-asked", "it-asked");

    /** Whose rows lie beside. */
    static final Owner OTHER = of(9_002, "it-borealis-de", "it-borealis");

    private static Owner of(int number, String tenant, String enterprise) {
        return new Owner(
                Neighbours.tenant(new TenantId(number), number, tenant, "eu"),
                Neighbours.enterprise(number, enterprise));
    }

    /** A further tenant of the enterprise, which no database has yet. */
    TenantProfile newcomer() {
        return Neighbours.tenant(new TenantId(tenantNumber() + 1_000), enterpriseNumber(), "it-newcomer", "eu");
    }

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
