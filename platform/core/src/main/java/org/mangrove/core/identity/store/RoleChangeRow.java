package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.Role;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What somebody might do before and after it was changed, and who changed it. Never changed itself. */
@Entity
@Table(name = "identity_role_change")
public class RoleChangeRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "by_person_id", updatable = false)
    private @Nullable UUID by;

    @Column(name = "roles_before", nullable = false, updatable = false)
    private String before;

    @Column(name = "roles_after", nullable = false, updatable = false)
    private String after;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RoleChangeRow() {}

    public RoleChangeRow(
            TenantId tenant, UUID person, Optional<UUID> by, Set<Role> before, Set<Role> after, Instant changedAt) {
        super(tenant, Uuids.next());
        this.person = person;
        this.by = by.orElse(null);
        this.before = EnumNames.write(before);
        this.after = EnumNames.write(after);
        this.changedAt = changedAt;
    }

    public UUID person() {
        return person;
    }

    public Optional<UUID> by() {
        return Optional.ofNullable(by);
    }

    public Set<Role> before() {
        return EnumNames.read(before, Role.class);
    }

    public Set<Role> after() {
        return EnumNames.read(after, Role.class);
    }

    public Instant changedAt() {
        return changedAt;
    }
}
