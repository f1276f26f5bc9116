package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.adaptation.MarketReport;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What headquarters last heard of a market. */
@Entity
@Table(name = "adaptation_market")
public class MarketReportRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "heard_at", nullable = false, updatable = false)
    private Instant heardAt;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketReportRow() {}

    public MarketReport report() {
        return Definitions.read(document, MarketReport.class);
    }
}
