package org.mangrove.core.learning;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes codes that people can read aloud and nobody can guess: twelve signs of Crockford's base 32, 60 random bits. */
final class CertificateCodes {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateCodes() {}

    static String next() {
        var code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            if (place > 0 && place % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** What somebody typed, as we would have written it. */
    static String normalize(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return signs.length() == LENGTH
                ? signs.substring(0, GROUP) + "-" + signs.substring(GROUP, 2 * GROUP) + "-" + signs.substring(2 * GROUP)
                : signs;
    }
}
