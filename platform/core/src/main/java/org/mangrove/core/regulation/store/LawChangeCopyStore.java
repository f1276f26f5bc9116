package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Which laws change, in a cell. */
@ApplicationScoped
public class LawChangeCopyStore extends EnterpriseCopyStore<LawChangeCopy> {

    public LawChangeCopyStore() {
        super(LawChangeCopy.class);
    }

    public List<LawChangeCopy> all(TenantProfile tenant, int most) {
        return where(tenant, "1 = 1").setMaxResults(most).getResultList();
    }
}
