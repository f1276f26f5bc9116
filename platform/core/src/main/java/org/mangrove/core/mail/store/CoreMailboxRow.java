package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** Where a member of a core has asked to be written to. Its id is the actor's; the address is sealed. */
@Entity
@Table(name = "mail_core_mailbox")
public class CoreMailboxRow extends EnterpriseOwned {

    @Column(name = "address", nullable = false)
    private byte[] address;

    @Column(name = "said_at", nullable = false)
    private Instant saidAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CoreMailboxRow() {}

    public CoreMailboxRow(EnterpriseId enterprise, UUID actor, byte[] address, Instant now) {
        super(enterprise, actor);
        this.address = address.clone();
        this.saidAt = now;
    }

    public void say(byte[] another, Instant now) {
        address = another.clone();
        saidAt = now;
        confirmedAt = null;
    }

    /** Once more does no harm. */
    public void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    public byte[] address() {
        return address.clone();
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public Instant saidAt() {
        return saidAt;
    }
}
