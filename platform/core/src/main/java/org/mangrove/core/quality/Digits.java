package org.mangrove.core.quality;

/** Digits as Arabic, Persian and full-width writing have them. */
final class Digits {

    private Digits() {}

    /** The same text with 0 to 9. */
    static String latin(String text) {
        var latin = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isDigit(character)) {
                latin.append(Character.digit(character, 10));
            } else {
                latin.appendCodePoint(character);
            }
        });
        return latin.toString();
    }
}
