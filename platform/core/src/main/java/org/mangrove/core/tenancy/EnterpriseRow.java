package org.mangrove.core.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;

/** A row that belongs to an enterprise, wherever it lies. */
@MappedSuperclass
@IdClass(EnterpriseKey.class)
abstract class EnterpriseRow {

    @Id
    @Column(name = "enterprise_id", nullable = false, updatable = false)
    private int enterprise;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    EnterpriseRow() {}

    EnterpriseRow(EnterpriseId enterprise, UUID id) {
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
        return other instanceof EnterpriseRow row
                && getClass() == other.getClass()
                && row.enterprise == enterprise
                && row.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(enterprise, id);
    }
}
