package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** What a market lets all others read, as a cell holds it. */
@Entity
@Table(name = "adaptation_shared_copy")
public class SharedCopy extends EnterpriseCopy {

    @Column(name = "course_slug", nullable = false)
    private String course;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SharedCopy() {}

    public SharedCopy(EnterpriseId enterprise, UUID id, String course, String document) {
        super(enterprise, id);
        this.course = course;
        this.document = document;
    }

    public String course() {
        return course;
    }

    public String document() {
        return document;
    }
}
