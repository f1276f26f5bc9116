package org.mangrove.core.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce, which is written before the text. For one thread: a batch or a page has one of them, since
 * looking a cipher up costs as much as using it.
 */
public final class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final Cipher cipher;

    public Sealer(SecureRandom random) {
        this.random = random;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has AES-GCM", missing);
        }
    }

    /** @param about what the text belongs to: it cannot be opened as anything else's */
    public byte[] seal(SecretKey key, byte[] text, byte[] about) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Nothing was sealed", impossible);
        }
    }

    /** Empty if it was changed, belongs elsewhere, or was sealed with another key. */
    public Optional<byte[]> find(SecretKey key, byte[] sealed, byte[] about) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(about);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException notThis) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Nothing was opened", impossible);
        }
    }

    /** @throws IllegalStateException if it was changed, belongs elsewhere, or was sealed with another key */
    public byte[] open(SecretKey key, byte[] sealed, byte[] about) {
        return find(key, sealed, about)
                .orElseThrow(() -> new IllegalStateException(
                        "What was sealed is damaged, belongs elsewhere, or is under another key"));
    }
}
