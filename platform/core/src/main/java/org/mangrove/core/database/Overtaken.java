package org.mangrove.core.database;

import java.sql.SQLException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells whether a transaction failed because another one was faster, and not for what it wanted itself. */
public final class Overtaken {

    private static final int DUPLICATE_KEY = 1062;
    private static final int DEADLOCK = 1213;
    private static final int CHANGED_SINCE_READ = 1020;
    private static final int DEEPEST = 12;

    private Overtaken() {}

    public static boolean isReasonOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof StaleStateException || cause instanceof SQLException said && isOurs(said)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOurs(SQLException said) {
        int code = said.getErrorCode();
        return code == DUPLICATE_KEY || code == DEADLOCK || code == CHANGED_SINCE_READ;
    }
}
