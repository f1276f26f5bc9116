package org.mangrove.core.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.sdk.TenantId;

/**
 * Keys for what lies in a cell and must not be read or guessed by whoever has a copy of its database. They follow from the key that
 * the nodes of one zone have ({@code mangrove.client-secret-key}), by HKDF (RFC 5869): whoever knows one of them knows no other,
 * and neither the core nor another zone can make any.
 *
 * <p>A purpose is named {@code slice/what}. Whatever two of our own do with keys, they do it for two purposes.
 */
@ApplicationScoped
public class ZoneKeys {

    private static final String ROOT = "mangrove.client-secret-key";
    private static final int SHORTEST = 16;
    private static final int KEY_BYTES = 32;
    private static final int MOST_REMEMBERED = 10_000;

    @Inject
    Configuration configuration;

    private final Cache<String, SecretKey> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** Of what is configured so, without a container. */
    public static ZoneKeys of(Configuration configuration) {
        var keys = new ZoneKeys();
        keys.configuration = configuration;
        return keys;
    }

    /** A key for AES-256 that is this tenant's and serves this purpose only. */
    public SecretKey sealing(String purpose, TenantId tenant) {
        return key(purpose, String.valueOf(tenant.number()), "AES");
    }

    /** The same for what is no tenant's. @param whose never a bare number, which is a tenant's */
    public SecretKey sealing(String purpose, String whose) {
        return key(purpose, whose, "AES");
    }

    /** What something is called that is not to be led back to what it is: always the same, in each tenant another. */
    public UUID name(String purpose, TenantId tenant, String what) {
        var bytes = ByteBuffer.wrap(mac(purpose, String.valueOf(tenant.number()), what));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** By which we know that we have written something of somebody's ourselves, as hexadecimal digits. */
    public String proof(String purpose, String whose, String what) {
        return HexFormat.of().formatHex(mac(purpose, whose, what));
    }

    private byte[] mac(String purpose, String whose, String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose, whose, mac.getAlgorithm()));
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private SecretKey key(String purpose, String whose, String algorithm) {
        String label = purpose + "/" + whose;
        return remembered.get(label, wanted -> derived(wanted, algorithm));
    }

    private SecretKey derived(String label, String algorithm) {
        String root = configuration.must(ROOT);
        if (root.length() < SHORTEST) {
            throw new IllegalStateException(ROOT + " needs at least " + SHORTEST + " characters");
        }
        try {
            var derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(root.getBytes(StandardCharsets.UTF_8))
                    .thenExpand(label.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, derivation);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HKDF", missing);
        }
    }
}
