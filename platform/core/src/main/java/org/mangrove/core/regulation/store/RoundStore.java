package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Which assignments are written down. */
@ApplicationScoped
public class RoundStore extends TenantStore<RoundRow> {

    public RoundStore() {
        super(RoundRow.class);
    }

    public List<RoundRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.assignedAt, e.id").setMaxResults(most).getResultList();
    }
}
