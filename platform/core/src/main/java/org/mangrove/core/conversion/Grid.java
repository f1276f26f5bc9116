package org.mangrove.core.conversion;

import java.util.List;
import org.mangrove.core.content.TableFields;

/**
 * A table of a document.
 *
 * @param rows the cells of each row, as plain text
 * @param caption what it is about; empty if the document does not say it
 * @param headsColumns whether the first row says what the columns are
 * @param headsRows whether the first column says what the rows are
 * @param isWhole whether no cell goes over several rows or columns
 */
record Grid(List<List<String>> rows, String caption, boolean headsColumns, boolean headsRows, boolean isWhole) {

    private static final int LONGEST_CELL = 1_000;
    private static final int FEWEST = 2;

    Grid {
        rows = rows.stream().map(row -> row.stream().map(Grid::flat).toList()).toList();
    }

    private static String flat(String text) {
        return Written.clean(text).replaceAll("\\s+", " ").strip();
    }

    boolean isHeaded() {
        return headsColumns;
    }

    /** Whether a course can have it as a table: with heads, and as many cells in each row. */
    boolean isRegular() {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        return isWhole
                && !heads().isEmpty()
                && width >= FEWEST
                && width <= TableFields.MOST_COLUMNS
                && rows.size() >= FEWEST
                && rows.size() <= TableFields.MOST_ROWS
                && rows.stream()
                        .allMatch(row ->
                                row.size() == width && row.stream().allMatch(cell -> cell.length() <= LONGEST_CELL));
    }

    /** Which cells head others, as blocks say it; empty if none do. A head that says nothing is none. */
    String heads() {
        boolean byRow = headsColumns && areSaid(rows.getFirst(), headsRows);
        boolean byColumn = headsRows
                && areSaid(
                        rows.stream()
                                .map(row -> row.isEmpty() ? "" : row.getFirst())
                                .toList(),
                        headsColumns);
        if (byRow && byColumn) {
            return "both";
        }
        // The corner of both may be empty, that of one may not
        if (headsColumns && areSaid(rows.getFirst(), false)) {
            return "row";
        }
        return headsRows && !headsColumns && byColumn ? "column" : "";
    }

    private static boolean areSaid(List<String> cells, boolean mayBeginWithNothing) {
        return !cells.isEmpty()
                && cells.stream().skip(mayBeginWithNothing ? 1 : 0).noneMatch(String::isBlank);
    }
}
