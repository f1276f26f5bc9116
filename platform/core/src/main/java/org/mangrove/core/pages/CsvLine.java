package org.mangrove.core.pages;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for spreadsheets, which take a file for UTF-8 if {@link #BEGINNING} comes first. */
public final class CsvLine {

    public static final String BEGINNING = "\ufeff";

    private CsvLine() {}

    public static String of(Stream<String> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. A number below zero is none. */
    private static String cell(String text) {
        boolean isFormula = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-\\d+");
        String harmless = isFormula ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
