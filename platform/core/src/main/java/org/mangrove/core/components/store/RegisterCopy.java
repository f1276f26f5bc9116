package org.mangrove.core.components.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** The register of an enterprise, as a cell holds it. There is one. */
@Entity
@Table(name = "components_register_copy")
public class RegisterCopy extends EnterpriseCopy {

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RegisterCopy() {}

    public RegisterCopy(EnterpriseId enterprise, String document) {
        super(enterprise, RegisterRow.ID);
        this.document = document;
    }

    public String document() {
        return document;
    }
}
