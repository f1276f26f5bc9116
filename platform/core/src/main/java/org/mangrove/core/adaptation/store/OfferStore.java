package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What markets have offered to headquarters. */
@ApplicationScoped
public class OfferStore extends TenantStore<OfferRow> {

    public OfferStore() {
        super(OfferRow.class);
    }

    /** The latest first. */
    public List<OfferRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.offeredAt desc").setMaxResults(most).getResultList();
    }

    /** The latest first. */
    public List<OfferRow> of(TenantId tenant, String course, int most) {
        return where(tenant, "e.course = :course", "e.offeredAt desc")
                .setParameter("course", course)
                .setMaxResults(most)
                .getResultList();
    }

    public List<OfferRow> by(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.offeredBy = :person", "e.id")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<OfferRow> hold(TenantId tenant, UUID id) {
        return where(tenant, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** What somebody has offered stays; that it was them, and their name beside it, is forgotten. @return how many there were */
    public int forget(TenantId tenant, UUID person) {
        return change(
                        tenant,
                        "update OfferRow e set e.offeredBy = null, e.byline = null"
                                + " where e.tenant = :tenant and e.offeredBy = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
