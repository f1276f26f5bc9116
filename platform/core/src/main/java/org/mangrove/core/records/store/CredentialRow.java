package org.mangrove.core.records.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Lets another system of the tenant read its statements. Of its secret only a hash is kept. */
@Entity
@Table(name = "records_credential")
public class CredentialRow extends TenantOwned {

    private static final String STATEMENTS_READ = "STATEMENTS_READ";

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(name = "scope", nullable = false, updatable = false)
    private String scope;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected CredentialRow() {}

    public CredentialRow(TenantId tenant, UUID id, byte[] secretHash, Instant now) {
        super(tenant, id);
        this.secretHash = secretHash.clone();
        this.scope = STATEMENTS_READ;
        this.createdAt = now;
    }

    /** Whether it still lets in whoever knows the secret of this hash. Takes as long for a wrong one as for the right one. */
    public boolean admits(byte[] hash) {
        return MessageDigest.isEqual(secretHash, hash) && revokedAt == null && scope.equals(STATEMENTS_READ);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
