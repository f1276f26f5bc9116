package org.mangrove.core.conversion;

/** Text as strangers write it, and as we keep it. */
final class Written {

    private static final int REPLACEMENT = 0xfffd;

    private Written() {}

    /** Without what nobody sees: control characters but line ends and tabs, halves of characters, and private use. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL -> {
                    if (point == '\n' || point == '\t') {
                        clean.appendCodePoint(point);
                    } else if (point == '\r' || point == 0x0b || point == 0x0c || point == 0x85) {
                        clean.append(' ');
                    }
                }
                case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                    clean.appendCodePoint(REPLACEMENT);
                default -> clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** As much of it as there is room for, and a mark if there is more. */
    static String beginning(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
