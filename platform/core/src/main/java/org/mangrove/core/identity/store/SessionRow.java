package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Somebody has signed in to a tenant. Of the token in the browser's cookie only a hash is kept. */
@Entity
@Table(name = "identity_session")
public class SessionRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Column(name = "keycloak_session", nullable = false, updatable = false)
    private String keycloakSession;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    public SessionRow(
            TenantId tenant, UUID person, byte[] tokenHash, String keycloakSession, Instant now, Instant expiresAt) {
        super(tenant, Uuids.next());
        this.person = person;
        this.tokenHash = tokenHash.clone();
        this.keycloakSession = keycloakSession;
        this.startedAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }

    public void seen(Instant now) {
        seenAt = now;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
