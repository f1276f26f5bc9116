package org.mangrove.core.components.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Entries of registers. */
@ApplicationScoped
public class ComponentStore extends EnterpriseStore<ComponentRow> {

    public ComponentStore() {
        super(ComponentRow.class);
    }

    public List<ComponentRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.componentKey").setMaxResults(most).getResultList();
    }

    public Optional<ComponentRow> find(EnterpriseId enterprise, String key) {
        return where(enterprise, "e.componentKey = :key")
                .setParameter("key", key)
                .uniqueResultOptional();
    }
}
