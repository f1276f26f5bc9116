package org.mangrove.core.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Recounts what the sums say. It sees statements, events and sums as they were at one moment, so that it is right while
 * statements come in.
 */
@ApplicationScoped
public class Verifying {

    @Inject
    Recounts recounts;

    @Inject
    Cells cells;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Verification verify(TenantProfile tenant) {
        return cells.inSnapshot(tenant.cell(), () -> recounts.compare(tenant));
    }
}
