package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A letter to a member of a core. To which address it goes is sealed with what it says. */
@Entity
@Table(name = "mail_core_letter")
public class CoreLetterRow extends EnterpriseOwned {

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Embedded
    private Dispatch dispatch;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CoreLetterRow() {}

    public CoreLetterRow(EnterpriseId enterprise, UUID id, UUID actor, String kind, byte[] content, Instant now) {
        super(enterprise, id);
        this.actor = actor;
        this.kind = kind;
        this.dispatch = new Dispatch(content, now);
    }

    public String kind() {
        return kind;
    }

    public Dispatch dispatch() {
        return dispatch;
    }
}
