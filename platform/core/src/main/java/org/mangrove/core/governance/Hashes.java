package org.mangrove.core.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a chain hashes, as docs/governance.md says to whoever recomputes it. */
final class Hashes {

    /** What the first entry has for the hash of the one before. */
    static final String START = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Hashes() {}

    static String of(String text) {
        return HEX.formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is said about {@code content} before anybody is shown it. @param salt as hexadecimal digits */
    static String commitment(String salt, String content) {
        MessageDigest digest = sha256();
        digest.update(HEX.parseHex(salt));
        return HEX.formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
