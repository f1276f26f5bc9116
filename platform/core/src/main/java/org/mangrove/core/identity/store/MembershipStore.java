package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The door to memberships. */
@ApplicationScoped
public class MembershipStore extends TenantStore<MembershipRow> {

    public MembershipStore() {
        super(MembershipRow.class);
    }

    /** @return how many there were: one or none */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from MembershipRow e where e.tenant = :tenant and e.id = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<MembershipRow> hold(TenantId tenant, UUID person) {
        return where(tenant, "e.id = :person")
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
