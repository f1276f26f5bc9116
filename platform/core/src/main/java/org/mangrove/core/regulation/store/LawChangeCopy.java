package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.regulation.LawNotice;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** That a law changes, as a cell holds it. */
@Entity
@Table(name = "regulation_change_copy")
public class LawChangeCopy extends EnterpriseCopy {

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LawChangeCopy() {}

    public LawChangeCopy(EnterpriseId enterprise, UUID change, String document) {
        super(enterprise, change);
        this.document = document;
    }

    public LawNotice notice() {
        return Definitions.read(document, LawNotice.class);
    }
}
