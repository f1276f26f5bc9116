package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Which masters are given up above, in a cell. */
@ApplicationScoped
public class RetirementCopyStore extends EnterpriseCopyStore<RetirementCopy> {

    public RetirementCopyStore() {
        super(RetirementCopy.class);
    }

    public List<RetirementCopy> all(TenantProfile tenant, int most) {
        return where(tenant, "1 = 1").setMaxResults(most).getResultList();
    }
}
