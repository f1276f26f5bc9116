package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** What headquarters has answered to an offer, as a cell holds it. */
@Entity
@Table(name = "adaptation_answer_copy")
public class AnswerCopy extends EnterpriseCopy {

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AnswerCopy() {}

    /** @param id of the offer */
    public AnswerCopy(EnterpriseId enterprise, UUID id, String document) {
        super(enterprise, id);
        this.document = document;
    }

    public String document() {
        return document;
    }
}
