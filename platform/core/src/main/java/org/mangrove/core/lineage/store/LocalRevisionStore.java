package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** How tenants' overlays came to be what they are. */
@ApplicationScoped
public class LocalRevisionStore extends TenantStore<LocalRevisionRow> {

    public LocalRevisionStore() {
        super(LocalRevisionRow.class);
    }

    /** The latest first. */
    public List<LocalRevisionRow> of(TenantId tenant, String type, String asset, int most) {
        return where(tenant, "e.type = :type and e.asset = :asset", "e.revision desc")
                .setParameter("type", type)
                .setParameter("asset", asset)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<LocalRevisionRow> find(TenantId tenant, String type, String asset, int revision) {
        return where(tenant, "e.type = :type and e.asset = :asset and e.revision = :revision")
                .setParameter("type", type)
                .setParameter("asset", asset)
                .setParameter("revision", revision)
                .uniqueResultOptional();
    }

    /** What somebody has written, in the order of their writing. */
    public List<LocalRevisionRow> by(TenantId tenant, UUID person, Optional<UUID> after, int most) {
        return where(tenant, "e.writtenBy = :person and (:after is null or e.id > :after)", "e.id")
                .setParameter("person", person)
                .setParameter("after", after.orElse(null), UUID.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** What somebody has written stays; that it was them is forgotten. @return how many there were */
    public int forget(TenantId tenant, UUID person) {
        return session(tenant)
                .createNativeMutationQuery("update lineage_local_revision set written_by_person_id = null"
                        + " where tenant_id = :tenant and written_by_person_id = :person")
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .executeUpdate();
    }
}
