package org.mangrove.core.identity.web;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.mangrove.core.identity.OpaqueToken;

/**
 * What a form sends back to show that it is ours. It follows from the session, so nothing is kept for it; it looks different
 * on every page, so that its length in a compressed answer tells nothing.
 */
final class CsrfToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private CsrfToken() {}

    static String mask(OpaqueToken session) {
        byte[] both = new byte[2 * BYTES];
        byte[] pad = new byte[BYTES];
        RANDOM.nextBytes(pad);
        System.arraycopy(pad, 0, both, 0, BYTES);
        System.arraycopy(xor(pad, session.derive("csrf")), 0, both, BYTES, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    static boolean fits(OpaqueToken session, String shown) {
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(shown);
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
        if (both.length != 2 * BYTES) {
            return false;
        }
        byte[] pad = Arrays.copyOfRange(both, 0, BYTES);
        byte[] masked = Arrays.copyOfRange(both, BYTES, 2 * BYTES);
        return MessageDigest.isEqual(xor(pad, masked), session.derive("csrf"));
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
