package org.mangrove.core.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import org.mangrove.core.database.Shape;
import org.mangrove.core.database.StoredIn;

/** A row of the global core that belongs to an enterprise. */
@MappedSuperclass
@IdClass(EnterpriseKey.class)
@StoredIn(Shape.CORE)
public abstract class EnterpriseOwned {

    @Id
    @Column(name = "enterprise_id", nullable = false, updatable = false)
    private int enterprise;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected EnterpriseOwned() {}

    protected EnterpriseOwned(EnterpriseId enterprise, UUID id) {
        this.enterprise = enterprise.number();
        this.id = id;
    }

    public EnterpriseId enterprise() {
        return new EnterpriseId(enterprise);
    }

    public UUID id() {
        return id;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof EnterpriseOwned row
                && getClass() == other.getClass()
                && row.enterprise == enterprise
                && row.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(enterprise, id);
    }
}
