package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Record stores elsewhere, as admins described them. */
@ApplicationScoped
public class ForwarderStore extends TenantStore<ForwarderRow> {

    public ForwarderStore() {
        super(ForwarderRow.class);
    }

    /** Those that were not removed, by their titles. */
    public List<ForwarderRow> open(TenantId tenant) {
        return where(tenant, "e.removedAt is null", "e.title, e.id").getResultList();
    }

    /** Those that were removed, too. */
    public List<ForwarderRow> all(TenantId tenant) {
        return where(tenant, "1 = 1", "e.title, e.id").getResultList();
    }

    /** What somebody has set up stays; that it was them does not. @return how many there were */
    public int forgetCreator(TenantId tenant, UUID person) {
        return session(tenant)
                .createNativeMutationQuery("update forwarding_forwarder set created_by_person_id = null"
                        + " where tenant_id = :tenant and created_by_person_id = :person")
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .executeUpdate();
    }

    /** What somebody has noted of an erasure elsewhere stays; that it was them does not. @return how many there were */
    public int forgetNoter(TenantId tenant, UUID person) {
        return session(tenant)
                .createNativeMutationQuery("update forwarding_erasure set noted_by_person_id = null"
                        + " where tenant_id = :tenant and noted_by_person_id = :person")
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Writes what was added, so that other rows can hang on it. */
    public void flush(TenantId tenant) {
        session(tenant).flush();
    }
}
