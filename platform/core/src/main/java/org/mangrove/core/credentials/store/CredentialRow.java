package org.mangrove.core.credentials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Lets another system of the tenant in: by a secret, of which only a hash is kept, or as a client of the tenant's realm. */
@Entity
@Table(name = "credentials_credential")
public class CredentialRow extends TenantOwned {

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "scopes", nullable = false, updatable = false)
    private String scopes;

    @Column(name = "secret_hash", updatable = false)
    private byte @Nullable [] secretHash;

    @Column(name = "client_id", updatable = false)
    private @Nullable String client;

    @Column(name = "open_client")
    private @Nullable String openClient;

    @Column(name = "per_second", updatable = false)
    private @Nullable Integer perSecond;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    @Column(name = "component_key", nullable = false)
    private String component;

    @Column(name = "created_by_person_id", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "revoked_by_person_id")
    private @Nullable UUID revokedBy;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CredentialRow() {}

    private CredentialRow(TenantId tenant, UUID id, Terms terms, Optional<UUID> by, Instant now) {
        super(tenant, id);
        this.title = terms.title();
        this.purpose = terms.purpose();
        this.scopes = terms.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(","));
        this.perSecond = terms.perSecond().orElse(null);
        this.expiresAt = terms.expires().orElse(null);
        this.component = terms.component();
        this.createdBy = by.orElse(null);
        this.createdAt = now;
    }

    public static CredentialRow ofSecret(
            TenantId tenant, UUID id, byte[] secretHash, Terms terms, Optional<UUID> by, Instant now) {
        var row = new CredentialRow(tenant, id, terms, by, now);
        row.secretHash = secretHash.clone();
        return row;
    }

    public static CredentialRow ofClient(
            TenantId tenant, UUID id, String client, Terms terms, Optional<UUID> by, Instant now) {
        var row = new CredentialRow(tenant, id, terms, by, now);
        row.client = client;
        row.openClient = client;
        return row;
    }

    /** Empty of those who show tokens. */
    public byte[] secretHash() {
        return secretHash == null ? new byte[0] : secretHash.clone();
    }

    public void revoke(Optional<UUID> by, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = by.orElse(null);
            openClient = null;
        }
    }

    /** Says which system of the register it is. */
    public void belongTo(String newComponent) {
        component = newComponent;
    }

    public void usedAt(Instant now) {
        lastUsedAt = now;
    }

    public Terms terms() {
        return new Terms(
                title, purpose, scopes(), Optional.ofNullable(perSecond), Optional.ofNullable(expiresAt), component);
    }

    private Set<Scope> scopes() {
        return Arrays.stream(scopes.split(","))
                .flatMap(text -> Scope.read(text).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    public Optional<String> client() {
        return Optional.ofNullable(client);
    }

    public Optional<UUID> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<UUID> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
