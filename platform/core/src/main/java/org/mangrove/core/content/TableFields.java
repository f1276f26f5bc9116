package org.mangrove.core.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;

/**
 * The cells of a table, each a field of its own: {@code cells.<row>.<column>}. So a market can say one of them in its own way, and
 * what it says stays with its row and column, wherever those are moved.
 *
 * @param heads which cells say what the others are
 */
public record TableFields(List<String> rows, List<String> columns, String heads) {

    /** As many as can be read side by side on a wide screen. */
    public static final int MOST_COLUMNS = 12;

    /** More rows are a file to be taken along. */
    public static final int MOST_ROWS = 50;

    /** Which cells say what the others are: those of the first row, of the first column, or of both. */
    public static final List<String> HEADS = List.of("row", "column", "both");

    private static final int FEWEST = 2;

    public TableFields {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    public static TableFields of(Block block) {
        return of(block.fields());
    }

    static TableFields of(Map<String, Field> fields) {
        return new TableFields(
                BlockFields.ids(fields, "rows"),
                BlockFields.ids(fields, "columns"),
                fields.get("heads") instanceof Field.Neutral(String heads) ? heads : "");
    }

    /** The field of a cell. */
    public static String path(String row, String column) {
        return "cells." + row + "." + column;
    }

    /** Row by row. */
    public List<String> paths() {
        return rows.stream()
                .flatMap(row -> columns.stream().map(column -> path(row, column)))
                .toList();
    }

    /** The cells that head others: without them, who hears the table does not know what is in it. The corner may be empty. */
    List<String> needed() {
        var needed = new ArrayList<String>();
        for (String row : rows) {
            for (String column : columns) {
                if (heads(row, column) && !isCorner(row, column)) {
                    needed.add(path(row, column));
                }
            }
        }
        return needed;
    }

    public boolean headsColumn(String row) {
        return !heads.equals("column") && !rows.isEmpty() && rows.getFirst().equals(row);
    }

    public boolean headsRow(String column) {
        return !heads.equals("row") && !columns.isEmpty() && columns.getFirst().equals(column);
    }

    private boolean heads(String row, String column) {
        return headsColumn(row) || headsRow(column);
    }

    private boolean isCorner(String row, String column) {
        return headsColumn(row) && headsRow(column);
    }

    boolean isWhole() {
        return isWhole(rows, MOST_ROWS) && isWhole(columns, MOST_COLUMNS) && HEADS.contains(heads);
    }

    private static boolean isWhole(List<String> ids, int most) {
        return ids.size() >= FEWEST && ids.size() <= most && new HashSet<>(ids).size() == ids.size();
    }
}
