package org.mangrove.core.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong when it is the database or the disk that cannot, and not what was asked for. It is over when somebody
 * has seen to it.
 */
public enum StorageFailure {
    /** There is no room left on a disk: the database's, or the node's own. */
    NO_ROOM,
    /** The database does not answer. */
    AWAY;

    private static final int DEEPEST = 16;

    /** What MariaDB and MySQL say of a disk, a table or a temporary file that is full. */
    private static final Set<Integer> FULL = Set.of(3, 20, 1021, 1026, 1114, 1878);

    /** These say it of a storage engine, with the operating system's number in words. */
    private static final Set<Integer> OF_AN_ENGINE = Set.of(1030, 1180);

    private static final String NO_SPACE = "error 28";

    /** What operating systems say to whoever writes a file. */
    private static final List<String> NO_SPACE_FOR_A_FILE =
            List.of("No space left on device", "not enough space on the disk");

    /** What the standard calls everything about a connection. */
    private static final String CONNECTION = "08";

    private static final String NO_CONNECTION = "Error in allocating a connection";

    /** @return empty if it is something else that failed */
    public static Optional<StorageFailure> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException said) {
                Optional<StorageFailure> told = told(said);
                if (told.isPresent()) {
                    return told;
                }
            }
            if (cause instanceof IOException said && isFull(said)) {
                return Optional.of(NO_ROOM);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isFull(IOException said) {
        return NO_SPACE_FOR_A_FILE.stream().anyMatch(String.valueOf(said.getMessage())::contains);
    }

    private static Optional<StorageFailure> told(SQLException said) {
        String message = String.valueOf(said.getMessage());
        int code = said.getErrorCode();
        if (FULL.contains(code) || OF_AN_ENGINE.contains(code) && message.contains(NO_SPACE)) {
            return Optional.of(NO_ROOM);
        }
        boolean isAway = String.valueOf(said.getSQLState()).startsWith(CONNECTION) || message.startsWith(NO_CONNECTION);
        return isAway ? Optional.of(AWAY) : Optional.empty();
    }
}
