package org.mangrove.core.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import org.mangrove.core.database.Shape;
import org.mangrove.core.database.StoredIn;

/** A row in a cell that repeats what the core of an enterprise has published. Only the feed writes it. */
@MappedSuperclass
@IdClass(EnterpriseKey.class)
@StoredIn(Shape.CELL)
public abstract class EnterpriseCopy {

    @Id
    @Column(name = "enterprise_id", nullable = false, updatable = false)
    private int enterprise;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected EnterpriseCopy() {}

    protected EnterpriseCopy(EnterpriseId enterprise, UUID id) {
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
        return other instanceof EnterpriseCopy row
                && getClass() == other.getClass()
                && row.enterprise == enterprise
                && row.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(enterprise, id);
    }
}
