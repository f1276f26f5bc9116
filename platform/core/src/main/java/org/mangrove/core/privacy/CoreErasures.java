package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.privacy.store.CoreErasureRows;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/** The copies of the registers that the core keeps, where a node serves both a cell and the core. */
@ApplicationScoped
class CoreErasures {

    @Inject
    CoreErasureRows rows;

    @Inject
    Tenants tenants;

    @Inject
    Configuration configuration;

    boolean isHere() {
        return configuration.servesCore();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void add(TenantProfile tenant, ErasureRegister.Entry entry, String json) {
        if (isHere()) {
            rows.add(tenant, entry.id(), json);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<String> of(String cell) {
        if (!isHere()) {
            return List.of();
        }
        return tenants.allEnterprises().stream()
                .flatMap(enterprise -> rows.of(enterprise.id(), cell).stream())
                .toList();
    }
}
