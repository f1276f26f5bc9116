package org.mangrove.core.records.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.records.Statement;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A statement as it is handed out, and what one may ask for it by. */
@Entity
@Table(name = "records_statement")
public class StatementRow extends TenantOwned {

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "verb", nullable = false, updatable = false)
    private String verb;

    @Column(name = "activity", nullable = false, updatable = false)
    private String activity;

    @Column(name = "registration", nullable = false, updatable = false)
    private UUID registration;

    @Column(name = "statement", nullable = false, updatable = false)
    private String statement;

    @Column(name = "stored_at", nullable = false, updatable = false)
    private Instant storedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected StatementRow() {}

    public StatementRow(TenantId tenant, UUID id, Statement statement, String activity, String json, Instant storedAt) {
        super(tenant, id);
        this.actor = statement.actor();
        this.verb = statement.verb().iri();
        this.activity = activity;
        this.registration = statement.registration();
        this.statement = json;
        this.storedAt = storedAt;
    }

    public String statement() {
        return statement;
    }
}
