package org.mangrove.core.identity;

import java.util.Set;
import java.util.UUID;
import org.mangrove.sdk.TenantId;

/** Says who belongs to a tenant, and as what. */
public interface Memberships {

    /**
     * Makes somebody a member who may never have signed in, with these roles besides those they have.
     *
     * @return the person's id in this tenant
     */
    UUID admit(TenantId tenant, Account account, Set<Role> roles);

    /**
     * Gives roles besides those the person has.
     *
     * @throws org.mangrove.core.refusal.Refusal.NotFound if nobody of that id belongs to the tenant
     */
    void grant(TenantId tenant, UUID person, Set<Role> roles);

    /**
     * Takes all roles away and ends the person's sessions in this tenant.
     *
     * @throws org.mangrove.core.refusal.Refusal.NotFound if nobody of that id belongs to the tenant
     */
    void end(TenantId tenant, UUID person);
}
