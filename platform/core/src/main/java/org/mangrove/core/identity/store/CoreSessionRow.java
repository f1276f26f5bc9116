package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** An actor has signed in to the global core. */
@Entity
@Table(name = "identity_core_session")
public class CoreSessionRow extends EnterpriseOwned {

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Embedded
    private BrowserSession browser;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CoreSessionRow() {}

    public CoreSessionRow(EnterpriseId enterprise, UUID actor, BrowserSession browser) {
        super(enterprise, Uuids.next());
        this.actor = actor;
        this.browser = browser;
    }

    public BrowserSession browser() {
        return browser;
    }
}
