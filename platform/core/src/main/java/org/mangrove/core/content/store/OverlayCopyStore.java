package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Published overlays in a cell. */
@ApplicationScoped
public class OverlayCopyStore extends EnterpriseCopyStore<OverlayCopy> {

    public OverlayCopyStore() {
        super(OverlayCopy.class);
    }

    /** The overlays of a tenant's region and of the tenant itself, the region's first. */
    public List<OverlayMark> marks(TenantProfile tenant) {
        return session(tenant.cell())
                .createQuery("""
                        select new org.mangrove.core.content.store.OverlayMark(e.id, e.course, e.space, e.digest)
                        from OverlayCopy e where e.enterprise = :enterprise
                          and ((e.level = 'REGION' and e.space = :region) or (e.level = 'TENANT' and e.space = :own))
                        order by e.course, e.level""", OverlayMark.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("region", tenant.region().orElse(""))
                .setParameter("own", tenant.tenant().slug())
                .getResultList();
    }

    public Optional<OverlayCopy> find(TenantProfile tenant, UUID id) {
        return find(tenant.cell(), tenant.enterprise(), id);
    }
}
