package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.ClientSecret;
import org.mangrove.sdk.TenantId;

/**
 * Keeps what must lie in a row and must not be read there: closed with AES-256-GCM under a key that follows from the
 * installation's. It opens only in the row for which it was closed.
 */
@ApplicationScoped
class SealedText {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORM = 1;

    @Inject
    Configuration configuration;

    private final SecureRandom random = new SecureRandom();

    String close(TenantId tenant, UUID row, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, tenant, row).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(1 + NONCE + closed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(closed)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has AES in Galois/Counter Mode", missing);
        }
    }

    /** Empty if it was closed for another row, or under another key of the installation. */
    Optional<String> open(TenantId tenant, UUID row, String text) {
        byte[] closed = Base64.getDecoder().decode(text);
        if (closed.length <= 1 + NONCE || closed[0] != FORM) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(closed, 1, 1 + NONCE);
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, nonce, tenant, row)
                    .doFinal(closed, 1 + NONCE, closed.length - 1 - NONCE);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException anothers) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, TenantId tenant, UUID row) throws GeneralSecurityException {
        byte[] key = Base64.getUrlDecoder()
                .decode(ClientSecret.derive(
                        configuration.must("mangrove.client-secret-key"), "forwarding", "" + tenant.number()));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant.number() + "/" + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
