package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.packages.MarketStands;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What headquarters last heard of how packages stand in a market. */
@Entity
@Table(name = "packages_market")
public class MarketPackagesRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "heard_at", nullable = false, updatable = false)
    private Instant heardAt;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketPackagesRow() {}

    public String tenant() {
        return tenant;
    }

    public Instant heardAt() {
        return heardAt;
    }

    public MarketStands stands() {
        return Definitions.read(document, MarketStands.class);
    }
}
