package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.adaptation.MarketReport;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** What headquarters has heard of markets. */
@ApplicationScoped
public class MarketReportStore extends EnterpriseStore<MarketReportRow> {

    public MarketReportStore() {
        super(MarketReportRow.class);
    }

    public List<MarketReportMark> marks(EnterpriseId enterprise, int most) {
        return query(enterprise, """
                        select new org.mangrove.core.adaptation.store.MarketReportMark(e.id, e.tenant, e.heardAt, e.digest)
                        from MarketReportRow e where e.enterprise = :enterprise order by e.tenant""", MarketReportMark.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** In place of what was heard of the market before. */
    public void put(EnterpriseId enterprise, String tenant, Instant heardAt, MarketReport report) {
        String document = Definitions.write(report);
        session()
                .createNativeMutationQuery("""
                        insert into adaptation_market (enterprise_id, id, tenant_slug, heard_at, digest, document)
                        values (:enterprise, :id, :tenant, :now, :digest, :document)
                        on duplicate key update heard_at = values(heard_at), digest = values(digest),
                            document = values(document)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("id", Uuids.next())
                .setParameter("tenant", tenant)
                .setParameter("now", Timestamp.from(heardAt))
                .setParameter(
                        "digest",
                        Digest.of(document.getBytes(StandardCharsets.UTF_8)).hex())
                .setParameter("document", document)
                .executeUpdate();
    }
}
