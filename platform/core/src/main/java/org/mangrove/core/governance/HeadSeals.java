package org.mangrove.core.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.TenantId;

/**
 * Seals the ends of chains. Whoever may write into the database, and has no key of the installation, can end a chain nowhere but
 * where it has ended before.
 */
@ApplicationScoped
class HeadSeals {

    private static final String PURPOSE = "governance/chain";

    @Inject
    ZoneKeys zone;

    @Inject
    Configuration configuration;

    /** Where a chain of an owner ends. */
    interface Seal {
        String of(long number, String hash);
    }

    Seal of(TenantId tenant, String owner) {
        return (number, hash) -> zone.proof(PURPOSE, tenant, text(owner, number, hash));
    }

    Seal of(EnterpriseId enterprise, String owner) {
        return (number, hash) -> keyed(PURPOSE + "/" + enterprise.number() + "/" + text(owner, number, hash));
    }

    private static String text(String owner, long number, String hash) {
        return owner + "\n" + number + "\n" + hash;
    }

    private String keyed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            byte[] key = configuration.coreClientSecretKey().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }
}
