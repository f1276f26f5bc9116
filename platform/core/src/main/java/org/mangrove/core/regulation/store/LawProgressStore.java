package org.mangrove.core.regulation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** How far the people of markets are, in figures. */
@ApplicationScoped
public class LawProgressStore extends EnterpriseStore<LawProgressRow> {

    public LawProgressStore() {
        super(LawProgressRow.class);
    }

    public List<LawProgressRow> of(EnterpriseId enterprise, UUID change) {
        return where(enterprise, "e.change = :change", "e.tenant")
                .setParameter("change", change)
                .getResultList();
    }

    public List<LawProgressRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.id").setMaxResults(most).getResultList();
    }

    public Optional<LawProgressRow> find(EnterpriseId enterprise, UUID change, String tenant) {
        return where(enterprise, "e.change = :change and e.tenant = :tenant")
                .setParameter("change", change)
                .setParameter("tenant", tenant)
                .uniqueResultOptional();
    }
}
