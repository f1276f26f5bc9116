package org.mangrove.core.database;

/** The two schemas there are: every cell's database has the same one. */
public enum Shape {
    CORE,
    CELL
}
