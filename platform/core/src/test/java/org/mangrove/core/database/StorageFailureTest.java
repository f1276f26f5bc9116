package org.mangrove.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StorageFailureTest {

    @Test
    void a_full_disk_is_known_by_what_either_database_says_of_it() {
        assertThat(StorageFailure.of(wrapped("The table 'records_statement' is full", "HY000", 1114)))
                .hasValue(StorageFailure.NO_ROOM);
        assertThat(StorageFailure.of(
                        wrapped("Got error 28 \"No space left on device\" from storage engine InnoDB", "HY000", 1030)))
                .hasValue(StorageFailure.NO_ROOM);
    }

    @Test
    void a_full_disk_is_known_by_what_the_system_says_of_a_file() {
        assertThat(StorageFailure.of(new UncheckedIOException(new IOException("/blobs/1: No space left on device"))))
                .hasValue(StorageFailure.NO_ROOM);
        assertThat(StorageFailure.of(new IOException("Connection reset"))).isEqualTo(Optional.empty());
    }

    @Test
    void one_that_does_not_answer_is_away() {
        assertThat(StorageFailure.of(wrapped("Communications link failure", "08S01", 0)))
                .hasValue(StorageFailure.AWAY);
        assertThat(StorageFailure.of(wrapped("Error in allocating a connection. Cause: …", null, 0)))
                .hasValue(StorageFailure.AWAY);
    }

    @Test
    void what_was_asked_wrongly_is_no_failure_of_the_database() {
        assertThat(StorageFailure.of(wrapped("Unknown column", "42S22", 1054))).isEqualTo(Optional.empty());
        assertThat(StorageFailure.of(wrapped("Got error 122 from storage engine", "HY000", 1030)))
                .isEqualTo(Optional.empty());
        assertThat(StorageFailure.of(new IllegalStateException("ours"))).isEqualTo(Optional.empty());
    }

    private static Exception wrapped(String message, @Nullable String state, int code) {
        return new IllegalStateException(new RuntimeException(new SQLException(message, state, code)));
    }
}
