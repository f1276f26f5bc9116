package org.mangrove.core.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Uuids;
import org.mangrove.sdk.TenantId;

/**
 * Makes keys, and wraps them for the database under a key of the tenant, which follows from the installation's: a copy of the
 * database alone opens nothing.
 */
@ApplicationScoped
class SealWrapping {

    private static final String AES = "AES";
    private static final int KEY_BYTES = 32;
    private static final int TENANTS = 10_000;

    @Inject
    Configuration configuration;

    private final SecureRandom random = new SecureRandom();
    private final Cache<TenantId, SecretKey> tenants =
            Caffeine.newBuilder().maximumSize(TENANTS).build();

    /** A seal that is not written down anywhere yet. */
    Seal fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Seal(UUID.randomUUID(), new SecretKeySpec(key, AES));
    }

    byte[] wrap(TenantId tenant, Seal seal) {
        return new Sealer(random).seal(of(tenant), seal.key().getEncoded(), about(tenant, seal.id()));
    }

    SecretKey unwrap(TenantId tenant, UUID seal, byte[] wrapped) {
        return new SecretKeySpec(new Sealer(random).open(of(tenant), wrapped, about(tenant, seal)), AES);
    }

    private static byte[] about(TenantId tenant, UUID seal) {
        return ByteBuffer.allocate(Integer.BYTES + 16)
                .putInt(tenant.number())
                .put(Uuids.bytes(seal))
                .array();
    }

    private SecretKey of(TenantId tenant) {
        return tenants.get(tenant, this::derived);
    }

    private SecretKey derived(TenantId tenant) {
        try {
            var derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(configuration.coreClientSecretKey().getBytes(StandardCharsets.UTF_8))
                    .thenExpand(("records/seal/" + tenant.number()).getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(AES, derivation);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HKDF", missing);
        }
    }
}
