package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.packages.MarketStands;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What headquarters has heard of how packages stand in markets. */
@ApplicationScoped
public class MarketPackagesStore extends EnterpriseStore<MarketPackagesRow> {

    public MarketPackagesStore() {
        super(MarketPackagesRow.class);
    }

    public List<MarketPackagesRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.tenant").setMaxResults(most).getResultList();
    }

    /** In place of what was heard of the market before. */
    public void put(EnterpriseId enterprise, String tenant, Instant heardAt, MarketStands stands) {
        session()
                .createNativeMutationQuery("""
                        insert into packages_market (enterprise_id, id, tenant_slug, heard_at, document)
                        values (:enterprise, :id, :tenant, :now, :document)
                        on duplicate key update heard_at = values(heard_at), document = values(document)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("id", Uuids.next())
                .setParameter("tenant", tenant)
                .setParameter("now", Timestamp.from(heardAt))
                .setParameter("document", Definitions.write(stands))
                .executeUpdate();
    }
}
