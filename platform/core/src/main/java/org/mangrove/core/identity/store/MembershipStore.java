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

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<MembershipRow> hold(TenantId tenant, UUID person) {
        return where(tenant, "e.id = :person")
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
