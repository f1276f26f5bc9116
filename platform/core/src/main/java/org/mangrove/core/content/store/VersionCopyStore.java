package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Published versions in a cell. */
@ApplicationScoped
public class VersionCopyStore extends EnterpriseCopyStore<VersionCopy> {

    public VersionCopyStore() {
        super(VersionCopy.class);
    }

    public List<VersionMark> marks(TenantProfile tenant, int most) {
        return session(tenant.cell())
                .createQuery("""
                        select new org.mangrove.core.content.store.VersionMark(
                            e.id, e.course, e.number, e.effectiveFrom, e.digest)
                        from VersionCopy e where e.enterprise = :enterprise order by e.course, e.number""", VersionMark.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<VersionCopy> find(TenantProfile tenant, UUID id) {
        return find(tenant.cell(), tenant.enterprise(), id);
    }
}
