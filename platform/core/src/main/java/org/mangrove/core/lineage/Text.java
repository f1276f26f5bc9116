package org.mangrove.core.lineage;

import java.util.Locale;

/**
 * Words for a reader, in the language that they are really in, which may not be the one that was asked for.
 *
 * @param locale goes into the {@code lang} of what shows the words
 */
public record Text(String text, Locale locale) {

    /** How it begins, on one line. @param most how many characters, apart from the mark that there are more */
    public String beginning(int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(most, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
