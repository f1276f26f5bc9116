package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Somebody has signed in to a tenant. */
@Entity
@Table(name = "identity_session")
public class SessionRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Embedded
    private BrowserSession browser;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    public SessionRow(TenantId tenant, UUID person, BrowserSession browser) {
        super(tenant, Uuids.next());
        this.person = person;
        this.browser = browser;
    }

    public BrowserSession browser() {
        return browser;
    }
}
