package org.mangrove.core.quality;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many syllables a word has: its groups of vowels, as English and German spell them. By rule and without a dictionary, so
 * that of a hundred words a few are counted one off; a mean over a whole text bears that.
 */
final class Syllables {

    private static final Pattern ENGLISH = Pattern.compile("[aeiouy]+");

    /** Vowels beside each other that are said one after the other: me-di-a, go-ing, ac-tu-al. */
    private static final Pattern ENGLISH_APART = Pattern.compile("(?<![tscgx])i[aou]|[aeouy]ing|(?<!g)u[ao](?!y)");

    /** Before an ending an e is written and not said: safe-ly. */
    private static final Pattern ENGLISH_SILENT_INSIDE =
            Pattern.compile("(?<=[aeiouy][^aeiouyl])e(?=(?:ly|ful|less|ness|ments?)$)");

    private static final Pattern GERMAN = Pattern.compile("aa|ee|oo|ie|ai|ay|au|äu|ei|ey|eu|[aeiouyäöüáàâéèêíóôú]");

    /** The e of a prefix before another one: be-enden, ge-ehrt. */
    private static final Pattern GERMAN_PREFIX = Pattern.compile("^(?:be|ge)e(?!(?:t|r|re|ren|ten|te)$)");

    private static final Pattern ENGLISH_END = Pattern.compile("[^aeiou](e|es|ed)$");

    private Syllables() {}

    /** At least 1. Of a language whose spelling we do not know: 1. */
    static int of(String word, Locale language) {
        String lower = word.toLowerCase(language);
        return switch (language.getLanguage()) {
            case "en" -> Math.max(1, english(lower));
            case "de" -> Math.max(1, german(lower));
            default -> 1;
        };
    }

    private static int english(String word) {
        String bare = word.replaceAll("['’](s|t|m|d|ll|re|ve)?$", "")
                .replaceAll("[^a-z]", "")
                .replaceAll("([gq])ue(s?)$", "$1$2");
        // At the beginning, and before a vowel, it is a consonant: yet, beyond.
        String vowels = bare.replaceAll("^y|y(?=[aeou])", "j").replaceAll("qu", "q");
        return count(ENGLISH, vowels)
                + count(ENGLISH_APART, vowels)
                - (isSilentAtTheEnd(bare) ? 1 : 0)
                - count(ENGLISH_SILENT_INSIDE, vowels);
    }

    /** After a consonant, and where another vowel carries the word: make, makes, walked; not table, wanted, changes, the. */
    private static boolean isSilentAtTheEnd(String word) {
        Matcher end = ENGLISH_END.matcher(word);
        if (!end.find() || count(ENGLISH, word.substring(0, end.start(1))) == 0) {
            return false;
        }
        String stem = word.substring(0, end.start(1));
        boolean isSaidForL = stem.matches(".*[^aeiouywr]l");
        return switch (end.group(1)) {
            case "ed" -> !stem.matches(".*[td]") && !isSaidForL;
            case "es" -> !stem.matches(".*([cgsxz]|ch|sh)") && !isSaidForL;
            default -> !isSaidForL;
        };
    }

    private static int german(String word) {
        String vowels = word.replaceAll("qu", "q");
        return count(GERMAN, vowels) + count(GERMAN_PREFIX, vowels);
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }
}
