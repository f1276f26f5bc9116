package org.mangrove.core.records.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.tenancy.TenantOwned;

/** What is known of an activity. Written by {@link ActivityStore} as plain SQL, so that two who meet it first do not clash. */
@Entity
@Table(name = "records_activity")
public class ActivityRow extends TenantOwned {

    @Column(name = "iri", nullable = false, updatable = false)
    private String iri;

    @Column(name = "definition", nullable = false)
    private String definition;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ActivityRow() {}

    public String iri() {
        return iri;
    }

    public String definition() {
        return definition;
    }
}
