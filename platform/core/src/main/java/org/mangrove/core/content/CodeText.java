package org.mangrove.core.content;

import java.util.regex.Pattern;

/** What is typed or copied as it stands. */
public final class CodeText {

    /** As people call what it is written in: {@code bash}, {@code C++}, {@code .NET}. */
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9.+# -]{0,29}");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\A(?:[ \\t]*\\n)+");

    private CodeText() {}

    public static boolean isSyntax(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** Without empty lines at its beginning, and without anything invisible at its end; the first line keeps its spaces. */
    public static String withoutEmptyEdges(String text) {
        return EMPTY_LINES.matcher(text).replaceFirst("").stripTrailing();
    }
}
