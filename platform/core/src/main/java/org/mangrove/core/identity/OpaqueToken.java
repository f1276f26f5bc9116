package org.mangrove.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret of 256 random bits that its holder shows to us. We keep its hash only. */
public record OpaqueToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static OpaqueToken next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if {@code text} cannot be one, so that nobody has to be asked about it. */
    public static Optional<OpaqueToken> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new OpaqueToken(text)) : Optional.empty();
    }

    public byte[] hash() {
        return sha256(text);
    }

    /** Another secret that follows from this one and does not lead back to it. */
    public byte[] derive(String purpose) {
        return sha256(purpose + ":" + text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Says nothing: it would be written into a log. */
    @Override
    public String toString() {
        return "OpaqueToken";
    }
}
