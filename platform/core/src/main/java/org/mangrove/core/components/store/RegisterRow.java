package org.mangrove.core.components.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** That an enterprise has a register, and since when. There is one. */
@Entity
@Table(name = "components_register")
public class RegisterRow extends EnterpriseOwned {

    /** Of the only one. */
    public static final UUID ID = new UUID(0, 1);

    @Column(name = "since", nullable = false, updatable = false)
    private LocalDate since;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RegisterRow() {}

    public RegisterRow(EnterpriseId enterprise, LocalDate since) {
        super(enterprise, ID);
        this.since = since;
    }

    public LocalDate since() {
        return since;
    }
}
