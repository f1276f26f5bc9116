package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What markets share. */
@ApplicationScoped
public class SharingStore extends TenantStore<SharingRow> {

    public SharingStore() {
        super(SharingRow.class);
    }

    /** The latest first. */
    public List<SharingRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.sharedAt desc").setMaxResults(most).getResultList();
    }

    /** The latest first. */
    public List<SharingRow> of(TenantId tenant, String course, int most) {
        return where(tenant, "e.course = :course", "e.sharedAt desc")
                .setParameter("course", course)
                .setMaxResults(most)
                .getResultList();
    }

    public List<SharingRow> by(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.sharedBy = :person", "e.id")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<SharingRow> hold(TenantId tenant, UUID id) {
        return where(tenant, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** What somebody has shared stays shared; that it was them is forgotten. @return how many there were */
    public int forget(TenantId tenant, UUID person) {
        return change(
                        tenant,
                        "update SharingRow e set e.sharedBy = null where e.tenant = :tenant and e.sharedBy = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
