package org.mangrove.core.xapi;

import java.util.Locale;
import java.util.Set;

/** Whether a text is a language tag as RFC 5646 builds them, told by its parts and their order. */
final class LanguageTag {

    /** Tags that were registered before there was a grammar, and that do not follow it. */
    private static final Set<String> GRANDFATHERED = Set.of(
            "en-gb-oed",
            "i-ami",
            "i-bnn",
            "i-default",
            "i-enochian",
            "i-hak",
            "i-klingon",
            "i-lux",
            "i-mingo",
            "i-navajo",
            "i-pwn",
            "i-tao",
            "i-tay",
            "i-tsu",
            "sgn-be-fr",
            "sgn-be-nl",
            "sgn-ch-de");

    private static final int LONGEST = 200;

    private final String[] parts;
    private int at;

    private LanguageTag(String[] parts) {
        this.parts = parts;
    }

    static boolean isOne(String text) {
        if (text.length() < 2 || text.length() > LONGEST) {
            return false;
        }
        if (text.length() == 2) {
            return isLetter(text.charAt(0)) && isLetter(text.charAt(1));
        }
        if (text.length() == 5 && text.charAt(2) == '-') {
            return isLetter(text.charAt(0))
                    && isLetter(text.charAt(1))
                    && isLetter(text.charAt(3))
                    && isLetter(text.charAt(4));
        }
        return new LanguageTag(text.split("-", -1)).followsTheGrammar()
                || GRANDFATHERED.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean followsTheGrammar() {
        if (isAlone('x')) {
            return isPrivateUse();
        }
        if (!letters(2, 8)) {
            return false;
        }
        boolean extended = parts[at].length() <= 3;
        at++;
        for (int times = 0; extended && times < 3 && letters(3, 3); times++) {
            at++;
        }
        if (letters(4, 4)) {
            at++;
        }
        if (letters(2, 2) || digits(3)) {
            at++;
        }
        while (isVariant()) {
            at++;
        }
        while (at < parts.length && parts[at].length() == 1 && !isAlone('x')) {
            if (!alphanumeric(1, 1) || !skipAtLeastOne(2)) {
                return false;
            }
        }
        return at == parts.length || (isAlone('x') && isPrivateUse());
    }

    private boolean isPrivateUse() {
        return skipAtLeastOne(1) && at == parts.length;
    }

    /** Goes beyond the single letter here, and the parts that belong to it. */
    private boolean skipAtLeastOne(int shortest) {
        int first = ++at;
        while (alphanumeric(shortest, 8)) {
            at++;
        }
        return at > first;
    }

    private boolean isAlone(char letter) {
        return at < parts.length && parts[at].length() == 1 && Character.toLowerCase(parts[at].charAt(0)) == letter;
    }

    private boolean isVariant() {
        return alphanumeric(5, 8) || (alphanumeric(4, 4) && isDigit(parts[at].charAt(0)));
    }

    private boolean letters(int shortest, int longest) {
        return alphanumeric(shortest, longest) && parts[at].chars().allMatch(LanguageTag::isLetter);
    }

    private boolean digits(int length) {
        return alphanumeric(length, length) && parts[at].chars().allMatch(LanguageTag::isDigit);
    }

    private boolean alphanumeric(int shortest, int longest) {
        return at < parts.length
                && parts[at].length() >= shortest
                && parts[at].length() <= longest
                && parts[at].chars().allMatch(character -> isLetter(character) || isDigit(character));
    }

    private static boolean isLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
