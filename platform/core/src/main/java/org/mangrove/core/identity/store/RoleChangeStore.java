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

    /** @return how many there were */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from RoleChangeRow e where e.tenant = :tenant and e.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** What somebody has changed about others stays; that it was them does not. @return how many there were */
    public int forget(TenantId tenant, UUID by) {
        return change(tenant, "update RoleChangeRow e set e.by = null where e.tenant = :tenant and e.by = :by")
                .setParameter("by", by)
                .executeUpdate();
    }

    /** The last changes first. */
    public List<RoleChangeRow> ofPerson(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.changedAt desc, e.id desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }
}
