package org.mangrove.i18n;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A language that nobody speaks, made from English, which shows what a page does with longer words, with other letters,
 * or from right to left, before anybody has translated anything.
 */
public enum PseudoLocale {

    /** Accented, in brackets, and a good third longer. */
    ACCENTED("en-XA", PseudoLocale::accented) {
        @Override
        String around(String text, int letters) {
            return "[" + text + filling(letters) + "]";
        }
    },

    /** English letters, forced to run from right to left. */
    MIRRORED("ar-XB", PseudoLocale::mirrored) {
        @Override
        String around(String text, int letters) {
            return text;
        }
    };

    private static final char RIGHT_TO_LEFT_OVERRIDE = '\u202E';
    private static final char POP_DIRECTIONAL_FORMATTING = '\u202C';
    private static final String FILLING = "one two three four five six seven eight nine ten ";
    private static final Map<Character, Character> ACCENTS = accents(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ");

    private final Locale locale;
    private final UnaryOperator<String> disguise;

    PseudoLocale(String tag, UnaryOperator<String> disguise) {
        this.locale = Locale.forLanguageTag(tag);
        this.disguise = disguise;
    }

    public static Optional<PseudoLocale> find(Locale locale) {
        for (PseudoLocale pseudo : values()) {
            if (pseudo.locale.equals(locale)) {
                return Optional.of(pseudo);
            }
        }
        return Optional.empty();
    }

    public Locale locale() {
        return locale;
    }

    /** The pattern with every word that a reader would see changed, and all that a program needs left as it is. */
    public String of(String english) {
        var pattern = new MessagePattern(english);
        var out = new StringBuilder(english.length() * 2);
        int letters = 0;
        int done = 0;
        for (int i = 1; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getIndex() < done) {
                continue; // the number within a selector such as "=0"
            }
            String between = english.substring(done, part.getIndex());
            if (isFollowedByText(pattern.getPart(i - 1).getType()) && !between.isBlank()) {
                letters += between.length();
                out.append(disguise.apply(between));
            } else {
                out.append(between);
            }
            out.append(english, part.getIndex(), part.getLimit());
            done = part.getLimit();
        }
        return around(out.toString(), letters);
    }

    abstract String around(String text, int letters);

    /** After anything else comes the syntax of an argument. */
    private static boolean isFollowedByText(Part.Type type) {
        return switch (type) {
            case MSG_START, ARG_LIMIT, SKIP_SYNTAX, INSERT_CHAR, REPLACE_NUMBER -> true;
            default -> false;
        };
    }

    private static String accented(String text) {
        var out = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            out.append((char) ACCENTS.getOrDefault(letter, letter));
        }
        return out.toString();
    }

    private static String mirrored(String text) {
        return RIGHT_TO_LEFT_OVERRIDE + text + POP_DIRECTIONAL_FORMATTING;
    }

    /** A third more for a sentence, and more than that for a word, as translations grow. */
    private static String filling(int letters) {
        int more = Math.max(2, Math.round(letters * 0.35f));
        return " "
                + FILLING.repeat(more / FILLING.length() + 1).substring(0, more).strip();
    }

    private static Map<Character, Character> accents(String plain, String accented) {
        var accents = new HashMap<Character, Character>();
        for (int i = 0; i < plain.length(); i++) {
            accents.put(plain.charAt(i), accented.charAt(i));
        }
        return Map.copyOf(accents);
    }
}
