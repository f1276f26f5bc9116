package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people of tenants were told already. */
@ApplicationScoped
public class ToldStore extends TenantStore<ToldRow> {

    public ToldStore() {
        super(ToldRow.class);
    }

    /** The newest first. */
    public List<ToldRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.toldAt desc, e.id")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return how many there were */
    public int removeOf(TenantId tenant, UUID person) {
        return change(tenant, "delete from ToldRow e where e.tenant = :tenant and e.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** What a letter says that never went out: it is to be told anew. @return how many there were */
    public int removeIn(TenantId tenant, UUID letter) {
        return change(tenant, "delete from ToldRow e where e.tenant = :tenant and e.letter = :letter")
                .setParameter("letter", letter)
                .executeUpdate();
    }

    /** @return how many there were */
    public int removeOld(TenantId tenant, Instant before) {
        return change(tenant, "delete from ToldRow e where e.tenant = :tenant and e.toldAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
