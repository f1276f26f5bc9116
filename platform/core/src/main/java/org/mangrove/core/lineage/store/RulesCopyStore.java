package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** What spaces above demand, in a cell. */
@ApplicationScoped
public class RulesCopyStore extends EnterpriseCopyStore<RulesCopy> {

    public RulesCopyStore() {
        super(RulesCopy.class);
    }

    public List<RulesMark> marks(TenantProfile tenant, int most) {
        return session(tenant.cell())
                .createQuery("""
                        select new org.mangrove.core.lineage.store.RulesMark(e.id, e.subject, e.digest)
                        from RulesCopy e where e.enterprise = :enterprise order by e.subject""", RulesMark.class)
                .setParameter("enterprise", tenant.enterprise().number())
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<RulesCopy> find(TenantProfile tenant, UUID id) {
        return find(tenant.cell(), tenant.enterprise(), id);
    }
}
