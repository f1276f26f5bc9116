package org.mangrove.core.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** How much courses are used in a market, as its cell last told it. */
@Entity
@Table(name = "audit_usage")
public class UsageRow extends EnterpriseOwned {

    @Column(name = "tenant_slug", nullable = false, updatable = false)
    private String tenant;

    @Column(name = "heard_at", nullable = false, updatable = false)
    private Instant heardAt;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected UsageRow() {}

    public String tenant() {
        return tenant;
    }

    public Instant heardAt() {
        return heardAt;
    }

    public String document() {
        return document;
    }
}
