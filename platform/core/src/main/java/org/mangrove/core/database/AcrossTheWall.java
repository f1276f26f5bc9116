package org.mangrove.core.database;

/** A statement did not say whose rows it is about. It was not run. This is an error of ours, never of a caller. */
public final class AcrossTheWall extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AcrossTheWall(String what, String sql) {
        super(what + ": " + sql);
    }
}
