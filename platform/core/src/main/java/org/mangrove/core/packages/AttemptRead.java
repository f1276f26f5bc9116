package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.packages.store.AttemptRow;
import org.mangrove.core.packages.store.AttemptStore;
import org.mangrove.sdk.TenantId;

/** Reads tries for an export, a page at a time, each in a transaction of its own. */
@ApplicationScoped
class AttemptRead {

    @Inject
    AttemptStore attempts;

    @Transactional
    List<AttemptRow> page(TenantId tenant, UUID person, UUID behind, int most) {
        return attempts.page(tenant, person, behind, most);
    }
}
