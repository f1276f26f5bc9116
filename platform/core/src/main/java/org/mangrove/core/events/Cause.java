package org.mangrove.core.events;

import com.fasterxml.jackson.core.JacksonException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.refusal.Refusal;

/** Why a reader could not take an event, as far as it can be said without a word of what the event says. */
public enum Cause {
    /** The reader refused it: a rule is against it. */
    REFUSED,
    /** The database did not take what the reader wrote. */
    DATABASE,
    /** The event is not written as the reader expects it. */
    UNREADABLE,
    /** Anything else; it is ours to mend. */
    FAILED;

    private static final int DEEPEST = 12;
    private static final int MOST_TOLD = 1000;

    static Cause of(Throwable failure) {
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            switch (at) {
                case Refusal refused -> {
                    return REFUSED;
                }
                case SQLException said -> {
                    return DATABASE;
                }
                case IllegalArgumentException unreadable
                when unreadable.getCause() instanceof JacksonException -> {
                    return UNREADABLE;
                }
                default -> at = at.getCause();
            }
        }
        return FAILED;
    }

    /** Kinds and places of what was thrown, without what it says. */
    static String traceOf(Throwable failure) {
        var text = new StringBuilder();
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : " <- ").append(at.getClass().getName());
            if (at instanceof SQLException said) {
                text.append(" (SQL state ").append(said.getSQLState());
                text.append(", code ").append(said.getErrorCode()).append(')');
            }
            if (at.getStackTrace().length > 0) {
                StackTraceElement place = at.getStackTrace()[0];
                text.append(" at ").append(place.getClassName()).append('.').append(place.getMethodName());
                text.append(':').append(place.getLineNumber());
            }
            at = at.getCause();
        }
        return text.substring(0, Math.min(MOST_TOLD, text.length()));
    }
}
