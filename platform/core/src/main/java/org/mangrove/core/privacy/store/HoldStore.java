package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Whose data must stay. */
@ApplicationScoped
public class HoldStore extends TenantStore<HoldRow> {

    public HoldStore() {
        super(HoldRow.class);
    }

    /** Those that hold on a day. */
    public List<HoldRow> open(TenantId tenant, LocalDate day) {
        return where(
                        tenant,
                        "e.liftedAt is null and (e.until is null or e.until >= :day)",
                        "e.placedAt desc, e.id desc")
                .setParameter("day", day)
                .getResultList();
    }

    /** All there are and were, the newest first. */
    public List<HoldRow> all(TenantId tenant, int most) {
        return where(tenant, "1 = 1", "e.placedAt desc, e.id desc")
                .setMaxResults(most)
                .getResultList();
    }

    public List<HoldRow> of(TenantId tenant, UUID person) {
        return where(tenant, "e.person = :person", "e.placedAt, e.id")
                .setParameter("person", person)
                .getResultList();
    }

    /** What somebody has placed and lifted stays; that it was them does not. @return how many there were */
    public int forgetAdmin(TenantId tenant, UUID person) {
        return change(
                                tenant,
                                "update HoldRow e set e.placedBy = null where e.tenant = :tenant and e.placedBy = :person")
                        .setParameter("person", person)
                        .executeUpdate()
                + change(
                                tenant,
                                "update HoldRow e set e.liftedBy = null where e.tenant = :tenant and e.liftedBy = :person")
                        .setParameter("person", person)
                        .executeUpdate();
    }
}
