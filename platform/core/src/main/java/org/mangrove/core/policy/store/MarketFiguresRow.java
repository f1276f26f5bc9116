package org.mangrove.core.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.policy.MarketFigures;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What headquarters last heard of the figures of a market. */
@Entity
@Table(name = "policy_market")
public class MarketFiguresRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "heard_at", nullable = false, updatable = false)
    private Instant heardAt;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketFiguresRow() {}

    public String tenant() {
        return tenant;
    }

    public Instant heardAt() {
        return heardAt;
    }

    public MarketFigures figures() {
        return Definitions.read(document, MarketFigures.class);
    }
}
