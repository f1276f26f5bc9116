package org.mangrove.core.privacy.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for spreadsheets. */
final class CsvLine {

    private CsvLine() {}

    static String of(Stream<String> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
