package org.mangrove.launcher;

import java.util.List;
import java.util.stream.Stream;

/**
 * One schema of the database: the core's, or one cell's. Each has a user that may read and write rows, and another that
 * may change tables.
 *
 * @param pool what its connection pool is called, as in {@code jdbc/core} and {@code jdbc/cell-eu}
 */
public record Schema(String name, String pool, String user) {

    public static Schema core() {
        return new Schema("mangrove_core", "core", "core");
    }

    public static Schema cell(String cell) {
        return new Schema("mangrove_cell_" + cell, "cell-" + cell, "cell_" + cell);
    }

    static List<Schema> of(List<String> cells) {
        return Stream.concat(Stream.of(core()), cells.stream().map(Schema::cell))
                .toList();
    }

    String migrationPool() {
        return pool + "-migration";
    }

    String migrationUser() {
        return user + "_migration";
    }
}
