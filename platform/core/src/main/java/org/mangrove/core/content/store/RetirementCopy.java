package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** That a master is given up above, as a cell holds it. */
@Entity
@Table(name = "content_retirement_copy")
public class RetirementCopy extends EnterpriseCopy {

    @Column(name = "course_slug", nullable = false)
    private String course;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RetirementCopy() {}

    public RetirementCopy(EnterpriseId enterprise, Retirement retirement) {
        super(enterprise, idOf(retirement.course()));
        this.course = retirement.course();
        this.document = Definitions.write(retirement);
    }

    /** The same row each time the same course is given up. */
    public static UUID idOf(String course) {
        return UUID.nameUUIDFromBytes(("retirement/" + course).getBytes(StandardCharsets.UTF_8));
    }

    public Retirement retirement() {
        return Definitions.read(document, Retirement.class);
    }
}
