package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.sdk.TenantId;

/** Keeps text that must lie in a row and must not be read there. It opens only in the row for which it was closed. */
@ApplicationScoped
class SealedText {

    private static final String PURPOSE = "forwarding/text";

    @Inject
    ZoneKeys keys;

    private final SecureRandom random = new SecureRandom();

    String close(TenantId tenant, UUID row, String text) {
        byte[] sealed = new Sealer(random)
                .seal(keys.sealing(PURPOSE, tenant), text.getBytes(StandardCharsets.UTF_8), about(tenant, row));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** Empty if it was closed for another row, or under another key of the zone. */
    Optional<String> open(TenantId tenant, UUID row, String text) {
        return new Sealer(random)
                .find(keys.sealing(PURPOSE, tenant), Base64.getDecoder().decode(text), about(tenant, row))
                .map(opened -> new String(opened, StandardCharsets.UTF_8));
    }

    private static byte[] about(TenantId tenant, UUID row) {
        return ByteBuffer.allocate(Integer.BYTES + 16)
                .putInt(tenant.number())
                .put(Uuids.bytes(row))
                .array();
    }
}
