package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to what was changed about people's roles. */
@ApplicationScoped
public class RoleChangeStore extends TenantStore<RoleChangeRow> {

    public RoleChangeStore() {
        super(RoleChangeRow.class);
    }

    /** The last changes first. */
    public List<RoleChangeRow> ofPerson(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.changedAt desc, e.id desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }
}
