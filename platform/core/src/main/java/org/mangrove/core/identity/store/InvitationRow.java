package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Whoever holds the link first becomes an admin of the tenant. Of the link only a hash is kept. */
@Entity
@Table(name = "identity_invitation")
public class InvitationRow extends TenantOwned {

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "until_at", nullable = false, updatable = false)
    private Instant until;

    @Column(name = "used_by")
    private @Nullable UUID usedBy;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected InvitationRow() {}

    public InvitationRow(TenantId tenant, byte[] tokenHash, Instant now, Instant until) {
        super(tenant, Uuids.next());
        this.tokenHash = tokenHash.clone();
        this.madeAt = now;
        this.until = until;
    }
}
