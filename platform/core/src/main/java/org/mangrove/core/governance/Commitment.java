package org.mangrove.core.governance;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.tenancy.Definitions;

/**
 * What is promised about a content before anybody is shown it. Once salt and content are gone, nobody can tell what it was about,
 * and the promise can be counted all the same.
 *
 * @param salt as hexadecimal digits
 * @param content JSON with its members in the order of their names, and no space between
 */
public record Commitment(String salt, String content) {

    private static final int SALT_BYTES = 32;
    private static final String HEX = "([0-9a-f]{2})+";

    public static Commitment to(Map<String, String> content, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Commitment(HexFormat.of().formatHex(salt), Definitions.write(new TreeMap<>(content)));
    }

    /** As hexadecimal digits. */
    public String hash() {
        return Hashes.commitment(salt, content);
    }

    /** Whether it is what was promised. */
    public boolean keeps(String hash) {
        return salt.matches(HEX) && hash().equals(hash);
    }
}
