package org.mangrove.core.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What cells have told of the use of courses. */
@ApplicationScoped
public class UsageStore extends EnterpriseStore<UsageRow> {

    public UsageStore() {
        super(UsageRow.class);
    }

    public List<UsageRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "e.tenant <> ''", "e.tenant")
                .setMaxResults(most)
                .getResultList();
    }

    /** In place of what was heard of the market before. */
    public void put(EnterpriseId enterprise, String tenant, Instant heardAt, String document) {
        session()
                .createNativeMutationQuery("""
                        insert into audit_usage (enterprise_id, id, tenant_slug, heard_at, document)
                        values (:enterprise, :id, :tenant, :now, :document)
                        on duplicate key update heard_at = values(heard_at), document = values(document)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("id", Uuids.next())
                .setParameter("tenant", tenant)
                .setParameter("now", Timestamp.from(heardAt))
                .setParameter("document", document)
                .executeUpdate();
    }
}
