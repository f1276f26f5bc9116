package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.sdk.TenantId;

/**
 * Makes keys, and wraps them for the database under a key of the tenant, which follows from the zone's: a copy of the database alone
 * opens nothing.
 */
@ApplicationScoped
class SealWrapping {

    private static final String AES = "AES";
    private static final int KEY_BYTES = 32;

    @Inject
    ZoneKeys keys;

    private final SecureRandom random = new SecureRandom();

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
        return keys.sealing("records/seal", tenant);
    }
}
