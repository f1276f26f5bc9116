package org.mangrove.core.logging;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Something thrown, for the log: of which kind, where, and from which cause, without a word of what was said. */
final class Unquoted extends Throwable {

    private static final long serialVersionUID = 1L;

    private final String kind;

    private Unquoted(Throwable original, Set<Throwable> told) {
        kind = kind(original);
        setStackTrace(original.getStackTrace());
        Throwable cause = original.getCause();
        if (cause != null && told.add(cause)) {
            initCause(new Unquoted(cause, told));
        }
        Arrays.stream(original.getSuppressed())
                .filter(told::add)
                .forEach(suppressed -> addSuppressed(new Unquoted(suppressed, told)));
    }

    static Unquoted of(Throwable original) {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.add(original);
        return new Unquoted(original, told);
    }

    private static String kind(Throwable original) {
        String type = original.getClass().getName();
        return original instanceof SQLException sql
                ? "%s (SQL state %s, code %d)".formatted(type, sql.getSQLState(), sql.getErrorCode())
                : type;
    }

    @Override
    public String toString() {
        return kind;
    }
}
