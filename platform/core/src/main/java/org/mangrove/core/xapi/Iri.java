package org.mangrove.core.xapi;

/** Whether a text is an IRI with a scheme (RFC 3987), as far as that shows without knowing the scheme. */
final class Iri {

    private static final String UNRESERVED_AND_DELIMITERS = "-._~:/?@!$&'()*+,;=";
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            PLAIN[letter] = true;
            PLAIN[Character.toUpperCase(letter)] = true;
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            PLAIN[digit] = true;
        }
        for (char mark : UNRESERVED_AND_DELIMITERS.toCharArray()) {
            PLAIN[mark] = true;
        }
    }

    private Iri() {}

    static boolean isOne(String text) {
        int colon = schemeEnd(text);
        if (colon < 0) {
            return false;
        }
        boolean authority = text.startsWith("//", colon + 1);
        boolean inAuthority = authority;
        boolean inFragment = false;
        boolean inQuery = false;
        for (int at = colon + (authority ? 3 : 1); at < text.length(); at++) {
            char next = text.charAt(at);
            if (next < 128) {
                if (PLAIN[next]) {
                    if (next == '/' || next == '?') {
                        inAuthority = false;
                        inQuery |= next == '?';
                    }
                } else if (next == '%') {
                    if (!isHex(text, at + 1) || !isHex(text, at + 2)) {
                        return false;
                    }
                    at += 2;
                } else if (next == '#' && !inFragment) {
                    inFragment = true;
                    inAuthority = false;
                } else if (!inAuthority || (next != '[' && next != ']')) {
                    return false;
                }
            } else {
                int character = text.codePointAt(at);
                if (!isOfOtherScripts(character) && !(inQuery && !inFragment && isPrivate(character))) {
                    return false;
                }
                at += Character.charCount(character) - 1;
            }
        }
        return text.length() > colon + (authority ? 3 : 1);
    }

    /** Whether it is an IRI that has no characters of other scripts. */
    static boolean isUri(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return false;
            }
        }
        return isOne(text);
    }

    /** Where the colon after the scheme is; negative without a scheme. */
    private static int schemeEnd(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == ':') {
                return at == 0 ? -1 : at;
            }
            boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
            boolean later = (next >= '0' && next <= '9') || next == '+' || next == '-' || next == '.';
            if (!letter && !(at > 0 && later)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
    }

    /** {@code ucschar} of the RFC, without the marks for direction that it forbids. */
    private static boolean isOfOtherScripts(int character) {
        if (character < 0x10000) {
            boolean direction =
                    (character >= 0x200E && character <= 0x200F) || (character >= 0x202A && character <= 0x202E);
            return !direction
                    && ((character >= 0xA0 && character <= 0xD7FF)
                            || (character >= 0xF900 && character <= 0xFDCF)
                            || (character >= 0xFDF0 && character <= 0xFFEF));
        }
        return character < 0xF0000 && (character & 0xFFFF) <= 0xFFFD && (character < 0xE0000 || character >= 0xE1000);
    }

    private static boolean isPrivate(int character) {
        return (character >= 0xE000 && character <= 0xF8FF) || (character >= 0xF0000 && (character & 0xFFFF) <= 0xFFFD);
    }
}
