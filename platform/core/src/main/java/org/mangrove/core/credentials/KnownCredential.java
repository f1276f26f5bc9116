package org.mangrove.core.credentials;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.mangrove.core.credentials.store.CredentialRow;
import org.mangrove.sdk.TenantId;

/** What a credential was when it was read, and whom it lets in. Nothing of it follows the row. */
final class KnownCredential {

    private final XapiCaller caller;
    private final Terms terms;
    private final byte[] secretHash;
    private final boolean revoked;
    private final boolean isOfTheHouse;
    private final AtomicLong lastUsedMillis;

    KnownCredential(CredentialRow row, XapiCaller caller) {
        this.caller = caller;
        this.terms = row.terms();
        this.secretHash = row.secretHash();
        this.revoked = row.revokedAt().isPresent();
        this.isOfTheHouse = Credentials.isOfTheHouse(row.createdBy(), terms.component());
        this.lastUsedMillis =
                new AtomicLong(row.lastUsedAt().orElse(Instant.EPOCH).toEpochMilli());
    }

    XapiCaller caller() {
        return caller;
    }

    TenantId tenant() {
        return caller.tenant().tenant().id();
    }

    UUID id() {
        return caller.source();
    }

    Terms terms() {
        return terms;
    }

    /** Whether whoever shows a secret of this hash knows it. Takes as long for a wrong one as for the right one. */
    boolean isOpenedBy(byte[] hash) {
        return MessageDigest.isEqual(secretHash, hash);
    }

    boolean isOfTheHouse() {
        return isOfTheHouse;
    }

    boolean isOpen(Instant now) {
        return !revoked && terms.expires().map(now::isBefore).orElse(true);
    }

    /** Whether it is time to write down that it is used; told to one of those who ask only. */
    boolean isDue(Instant now, Duration often) {
        long before = lastUsedMillis.get();
        return now.toEpochMilli() - before > often.toMillis()
                && lastUsedMillis.compareAndSet(before, now.toEpochMilli());
    }
}
