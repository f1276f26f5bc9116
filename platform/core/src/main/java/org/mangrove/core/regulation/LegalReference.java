package org.mangrove.core.regulation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A place in a law, as lawyers write it: {@code ArbSchG § 12}. It covers itself and all that stands in it, such as {@code ArbSchG § 12
 * Abs. 1}, and not what only begins in the same way, such as {@code ArbSchG § 120}.
 */
record LegalReference(String text) {

    boolean covers(String other) {
        String wanted = plain(text);
        String there = plain(other);
        return !wanted.isEmpty()
                && there.startsWith(wanted)
                && (there.length() == wanted.length()
                        || !Character.isLetterOrDigit(wanted.codePointBefore(wanted.length()))
                        || !Character.isLetterOrDigit(there.codePointAt(wanted.length())));
    }

    /** However wide the spaces are that somebody has typed, and whether they have typed any after a sign. */
    private static String plain(String reference) {
        return Normalizer.normalize(reference, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("(?<=§) | (?=§)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
