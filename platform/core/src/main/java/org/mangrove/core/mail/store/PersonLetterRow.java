package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A letter to somebody of a tenant, without their address. */
@Entity
@Table(name = "mail_letter")
public class PersonLetterRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "things", nullable = false, updatable = false)
    private int things;

    @Embedded
    private Dispatch dispatch;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PersonLetterRow() {}

    public PersonLetterRow(TenantId tenant, UUID id, UUID person, int things, byte[] content, Instant now) {
        super(tenant, id);
        this.person = person;
        this.things = things;
        this.dispatch = new Dispatch(content, now);
    }

    public UUID person() {
        return person;
    }

    public int things() {
        return things;
    }

    public Dispatch dispatch() {
        return dispatch;
    }
}
