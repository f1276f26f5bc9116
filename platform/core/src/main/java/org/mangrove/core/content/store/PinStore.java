package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** At which versions markets stay. */
@ApplicationScoped
public class PinStore extends TenantStore<PinRow> {

    public PinStore() {
        super(PinRow.class);
    }

    public List<PinRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.course").setMaxResults(most).getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<PinRow> hold(TenantId tenant, String course) {
        return where(tenant, "e.course = :course")
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
