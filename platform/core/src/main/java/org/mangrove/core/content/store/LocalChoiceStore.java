package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What markets have decided about courses that are given up above. */
@ApplicationScoped
public class LocalChoiceStore extends TenantStore<LocalChoiceRow> {

    public LocalChoiceStore() {
        super(LocalChoiceRow.class);
    }

    public List<LocalChoiceRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.course").setMaxResults(most).getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<LocalChoiceRow> hold(TenantId tenant, String course) {
        return where(tenant, "e.course = :course")
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
