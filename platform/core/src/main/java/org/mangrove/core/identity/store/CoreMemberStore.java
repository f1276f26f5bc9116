package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The door to the members of the global core. */
@ApplicationScoped
public class CoreMemberStore extends EnterpriseStore<CoreMemberRow> {

    public CoreMemberStore() {
        super(CoreMemberRow.class);
    }

    public List<CoreMemberRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "case when e.byline is null then 1 else 0 end, e.byline, e.id")
                .setMaxResults(most)
                .getResultList();
    }

    public List<CoreMemberRow> some(EnterpriseId enterprise, Collection<UUID> actors) {
        return where(enterprise, "e.id in (:actors)")
                .setParameterList("actors", actors)
                .getResultList();
    }
}
