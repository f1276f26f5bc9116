package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;

/** What markets let all others read, in a cell. */
@ApplicationScoped
public class SharedCopyStore extends EnterpriseCopyStore<SharedCopy> {

    public SharedCopyStore() {
        super(SharedCopy.class);
    }

    public List<SharedCopy> of(TenantProfile tenant, String course) {
        return where(tenant, "e.course = :course")
                .setParameter("course", course)
                .getResultList();
    }

    /** Takes away all but these. */
    public void keepOnly(String cell, EnterpriseId enterprise, Collection<UUID> wanted) {
        where(cell, enterprise, "1 = 1").getResultList().stream()
                .filter(there -> !wanted.contains(there.id()))
                .forEach(session(cell)::remove);
    }
}
