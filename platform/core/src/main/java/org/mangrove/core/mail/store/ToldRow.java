package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** That somebody was told something. Its id is what they were told, so that it is told once. */
@Entity
@Table(name = "mail_told")
public class ToldRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "letter_id", nullable = false, updatable = false)
    private UUID letter;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "told_at", nullable = false, updatable = false)
    private Instant toldAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ToldRow() {}

    public ToldRow(TenantId tenant, UUID id, UUID person, UUID letter, NoticeKind kind, Instant now) {
        super(tenant, id);
        this.person = person;
        this.letter = letter;
        this.kind = kind.name();
        this.toldAt = now;
    }

    public NoticeKind kind() {
        return NoticeKind.valueOf(kind);
    }

    public Instant toldAt() {
        return toldAt;
    }
}
