package org.mangrove.core.conversion;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;

/**
 * Names blocks by what they say, not by where they stand: by their heading, or by how they begin. So what is put in before a block,
 * or taken out, or moved, does not change its name; and a text that is written anew below its heading keeps it.
 *
 * <p>Of two that would be called the same, the first gets the name, and the other one a few digits of its content with it.
 */
final class BlockIds {

    private static final int LONGEST = 60;
    private static final int WORDS = 7;
    private static final int DIGITS = 6;

    /** What no block and no section may be called. */
    private static final Set<String> TAKEN = Set.of("course", "section");

    private final Transliterator latin = Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII; Lower");
    private final Set<String> given = new HashSet<>(TAKEN);

    /** @param name a heading, or the words with which it begins */
    String next(String prefix, String name, String content) {
        String slug = slug(name);
        String digits = Digest.of(content.getBytes(StandardCharsets.UTF_8)).hex();
        String wanted = join(prefix, slug.isEmpty() ? digits.substring(0, DIGITS) : slug);
        String id = given.contains(wanted) ? wanted + "-" + digits.substring(0, DIGITS) : wanted;
        String unique = id;
        for (int number = 2; given.contains(unique); number++) {
            unique = id + "-" + number;
        }
        given.add(unique);
        return unique;
    }

    /** Small letters, digits and single hyphens, whatever the script. */
    String slug(String text) {
        String plain = latin.transliterate(Written.beginning(text, 4 * LONGEST)).replaceAll("['’ʼʻ`]", "");
        String slug = Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .limit(2L * WORDS)
                .collect(Collectors.joining("-"));
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceFirst("-[^-]*$", "");
    }

    /** The words with which a text begins. */
    static String beginning(String text) {
        return Arrays.stream(text.strip().split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
    }

    private static String join(String prefix, String slug) {
        return prefix.isEmpty() ? slug : prefix + "-" + slug;
    }
}
