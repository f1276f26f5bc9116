package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.TenantId;

/** Keeps what letters to people of a tenant say under a key of the zone and the tenant, and names what they were told. */
@ApplicationScoped
class SealedLetters {

    private static final String SEALING = "mail/letters";
    private static final String NAMING = "mail/told";

    @Inject
    ZoneKeys keys;

    private final SecureRandom random = new SecureRandom();

    byte[] seal(TenantId tenant, UUID letter, WrittenLetter written) {
        return new Sealer(random)
                .seal(key(tenant), Definitions.write(written).getBytes(StandardCharsets.UTF_8), about(letter));
    }

    WrittenLetter open(TenantId tenant, UUID letter, byte[] content) {
        return Definitions.read(
                new String(new Sealer(random).open(key(tenant), content, about(letter)), StandardCharsets.UTF_8),
                WrittenLetter.class);
    }

    /** What somebody was told, always the same, without saying what. */
    UUID name(TenantId tenant, UUID person, String told) {
        return keys.name(NAMING, tenant, person + " " + told);
    }

    private SecretKey key(TenantId tenant) {
        return keys.sealing(SEALING, tenant);
    }

    private static byte[] about(UUID letter) {
        return letter.toString().getBytes(StandardCharsets.UTF_8);
    }
}
