package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
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

    /** Of each course the version that is in effect, and those that are to come. What was in effect before grows for ever, and is left out. */
    public List<VersionMark> marks(TenantProfile tenant, Instant now, int most) {
        return session(tenant.cell())
                .createQuery("""
                        select new org.mangrove.core.content.store.VersionMark(
                            e.id, e.course, e.number, e.effectiveFrom, e.digest)
                        from VersionCopy e where e.enterprise = :enterprise
                          and (e.effectiveFrom > :now or (e.course, e.number) in (
                            select v.course, max(v.number) from VersionCopy v
                            where v.enterprise = :enterprise and v.effectiveFrom <= :now group by v.course))
                        order by e.course, e.number""", VersionMark.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Every version of some courses, of each the first one first. */
    public List<VersionMark> marks(TenantProfile tenant, Collection<String> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        return session(tenant.cell())
                .createQuery("""
                        select new org.mangrove.core.content.store.VersionMark(
                            e.id, e.course, e.number, e.effectiveFrom, e.digest)
                        from VersionCopy e where e.enterprise = :enterprise and e.course in :courses order by e.course, e.number""", VersionMark.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setParameter("courses", courses)
                .getResultList();
    }

    public Optional<VersionCopy> find(TenantProfile tenant, UUID id) {
        return find(tenant.cell(), tenant.enterprise(), id);
    }
}
