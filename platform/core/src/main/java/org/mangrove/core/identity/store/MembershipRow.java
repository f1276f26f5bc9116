package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.Role;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What a person may do in a tenant. Its id is the person's. Without a role it says that the membership has ended. */
@Entity
@Table(name = "identity_membership")
public class MembershipRow extends TenantOwned {

    @Column(name = "roles", nullable = false)
    private String roles;

    @Column(name = "since", nullable = false, updatable = false)
    private Instant since;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MembershipRow() {}

    public MembershipRow(TenantId tenant, UUID person, Set<Role> roles, Instant since) {
        super(tenant, person);
        this.roles = EnumNames.write(roles);
        this.since = since;
    }

    public void become(Set<Role> all) {
        roles = EnumNames.write(all);
    }

    public Set<Role> roles() {
        return EnumNames.read(roles, Role.class);
    }
}
