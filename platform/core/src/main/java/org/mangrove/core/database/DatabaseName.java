package org.mangrove.core.database;

import java.util.regex.Pattern;

/** One of the databases that a node works with: the core's, or a cell's. */
public record DatabaseName(String name) {

    public static final DatabaseName CORE = new DatabaseName("core");

    private static final Pattern CELL = Pattern.compile("cell-([a-z][a-z0-9-]*)");

    public DatabaseName {
        if (!name.equals("core") && !CELL.matcher(name).matches()) {
            throw new IllegalArgumentException("No database is called " + name);
        }
    }

    public static DatabaseName ofCell(String cell) {
        return new DatabaseName("cell-" + cell);
    }

    public boolean isCore() {
        return name.equals("core");
    }

    Shape shape() {
        return isCore() ? Shape.CORE : Shape.CELL;
    }

    /** Where the container keeps its connections. */
    String jndi() {
        return "jdbc/" + name;
    }

    /** Where the container keeps the connections of the user that may change the schema. */
    String migrationJndi() {
        return "jdbc/" + name + "-migration";
    }

    @Override
    public String toString() {
        return name;
    }
}
