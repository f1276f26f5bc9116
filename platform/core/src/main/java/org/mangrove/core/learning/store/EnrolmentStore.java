package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Who takes part in what. */
@ApplicationScoped
public class EnrolmentStore extends TenantStore<EnrolmentRow> {

    public EnrolmentStore() {
        super(EnrolmentRow.class);
    }

    public Optional<EnrolmentRow> find(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course")
                .setParameter("person", person)
                .setParameter("course", course)
                .uniqueResultOptional();
    }

    /** As {@link #find}, and nobody else moves it before this transaction ends. */
    public Optional<EnrolmentRow> hold(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course")
                .setParameter("person", person)
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** A person's enrolments, the one touched last first. */
    public List<EnrolmentRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.touchedAt desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }
}
