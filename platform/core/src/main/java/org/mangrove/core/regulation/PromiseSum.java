package org.mangrove.core.regulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of promises: SHA-256 of each with an end of line, in the order of their digits. So it shows when one is missing. */
final class PromiseSum {

    private final MessageDigest digest = sha256();
    private int count;

    void add(String commitment) {
        digest.update((commitment + "\n").getBytes(StandardCharsets.US_ASCII));
        count++;
    }

    int count() {
        return count;
    }

    /** Of all that were added; to be asked for as often as one likes. */
    String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("SHA-256 can be cloned", other);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
