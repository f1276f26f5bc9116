package org.mangrove.core.components.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Registers of enterprises. */
@ApplicationScoped
public class RegisterStore extends EnterpriseStore<RegisterRow> {

    public RegisterStore() {
        super(RegisterRow.class);
    }

    /** The register, which nobody else changes before this transaction ends. */
    public Optional<RegisterRow> hold(EnterpriseId enterprise) {
        return where(enterprise, "e.id = :id")
                .setParameter("id", RegisterRow.ID)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
