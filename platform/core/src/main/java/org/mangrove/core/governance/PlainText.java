package org.mangrove.core.governance;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text that every tool writes into JSON in the same way. */
final class PlainText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    private static final Pattern NOT_WRITTEN_ALIKE = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    private PlainText() {}

    /** Without control characters but ends of lines and tabs, and without halves of characters. */
    static String of(String text) {
        String lines = LINE_ENDS.matcher(text).replaceAll("\n");
        String alike = NOT_WRITTEN_ALIKE.matcher(lines).replaceAll(" ");
        return new String(alike.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
