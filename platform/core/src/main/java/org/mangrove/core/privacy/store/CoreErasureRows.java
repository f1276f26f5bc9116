package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;

/** What the core keeps of the cells' registers of erasures. */
@ApplicationScoped
public class CoreErasureRows {

    @Inject
    CoreDatabase core;

    public void add(TenantProfile tenant, UUID id, String entry) {
        core.session()
                .createNativeMutationQuery("""
                        insert into privacy_erasure (enterprise_id, id, tenant_number, cell, entry)
                        values (:enterprise, :id, :tenant, :cell, :entry)
                        on duplicate key update entry = values(entry)
                        """)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("id", id)
                .setParameter("tenant", tenant.tenant().id().number())
                .setParameter("cell", tenant.cell())
                .setParameter("entry", entry)
                .executeUpdate();
    }

    public List<String> of(EnterpriseId enterprise, String cell) {
        return core.session()
                .createNativeQuery(
                        "select entry from privacy_erasure where enterprise_id = :enterprise and cell = :cell order by id",
                        String.class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("cell", cell)
                .getResultList();
    }
}
