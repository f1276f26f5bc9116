package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What is kept of a browser in which somebody has signed in. Of the token in its cookie that is a hash alone. */
@Embeddable
public class BrowserSession {

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
    protected BrowserSession() {}

    public BrowserSession(byte[] tokenHash, String keycloakSession, Instant now, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.keycloakSession = keycloakSession;
        this.startedAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }

    public void seen(Instant now) {
        seenAt = now;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
