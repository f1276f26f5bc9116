package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What activities are. */
@ApplicationScoped
public class ActivityStore extends TenantStore<ActivityRow> {

    public ActivityStore() {
        super(ActivityRow.class);
    }

    /** The definitions of those that are there, as JSON. */
    public Map<UUID, String> definitions(TenantId tenant, Collection<UUID> activities) {
        var found = new HashMap<UUID, String>();
        query(
                        tenant,
                        "select e.id, e.definition from ActivityRow e where e.tenant = :tenant and e.id in (:activities)",
                        Object[].class)
                .setParameter("activities", activities)
                .getResultStream()
                .forEach(row -> found.put((UUID) row[0], (String) row[1]));
        return found;
    }

    /** @return whether it was not there yet; of several at once, for one only */
    public boolean add(TenantId tenant, UUID activity, String iri, String definition) {
        return session(tenant)
                        .createNativeMutationQuery(
                                "insert ignore into records_activity (tenant_id, id, iri, definition) "
                                        + "values (:tenant, :id, :iri, :definition)")
                        .setParameter("tenant", tenant.number())
                        .setParameter("id", Uuids.bytes(activity))
                        .setParameter("iri", iri)
                        .setParameter("definition", definition)
                        .executeUpdate()
                == 1;
    }

    /** The definition of one that is there, as it was committed last; nobody else changes it before this transaction ends. */
    public String lock(TenantId tenant, UUID activity) {
        return session(tenant)
                .createNativeQuery(
                        "select definition from records_activity where tenant_id = :tenant and id = :id for update",
                        String.class)
                .setParameter("tenant", tenant.number())
                .setParameter("id", Uuids.bytes(activity))
                .getSingleResult();
    }

    public void change(TenantId tenant, UUID activity, String definition) {
        session(tenant)
                .createNativeMutationQuery(
                        "update records_activity set definition = :definition where tenant_id = :tenant and id = :id")
                .setParameter("tenant", tenant.number())
                .setParameter("id", Uuids.bytes(activity))
                .setParameter("definition", definition)
                .executeUpdate();
    }
}
