package org.mangrove.core.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import org.mangrove.core.database.Shape;
import org.mangrove.core.database.StoredIn;
import org.mangrove.sdk.TenantId;

/** A row that belongs to a tenant. It lies in the database of the tenant's cell. */
@MappedSuperclass
@IdClass(TenantKey.class)
@StoredIn(Shape.CELL)
public abstract class TenantOwned {

    @Id
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenant;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected TenantOwned() {}

    protected TenantOwned(TenantId tenant, UUID id) {
        this.tenant = tenant.number();
        this.id = id;
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public UUID id() {
        return id;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TenantOwned row
                && getClass() == other.getClass()
                && row.tenant == tenant
                && row.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(tenant, id);
    }
}
