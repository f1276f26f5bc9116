package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.mangrove.core.tenancy.TenantStore;

/** The door to memberships. */
@ApplicationScoped
public class MembershipStore extends TenantStore<MembershipRow> {

    public MembershipStore() {
        super(MembershipRow.class);
    }
}
