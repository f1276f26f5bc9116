package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that is lost and comes back from its backup, with the real database. */
class BackupIT {

    private static final Schema EU = Schema.cell("eu");

    @TempDir
    Path folder;

    private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @Test
    void what_was_in_a_state_is_in_the_one_restored_from_its_backup() throws Exception {
        StateFolder lost = StateFolder.at(folder.resolve("lost"));
        Path file = folder.resolve("all.zip");
        try (Database database = Database.start(lost, Ports.free(), List.of("eu", "sa"), Progress.silent())) {
            migrating(database, "create table probe_row (id binary(4) primary key, words varchar(40))");
            migrating(database, "insert into probe_row values (x'00ff0a1a', 'مرحبا 🌱 \\\\ '' \\n')");
            Files.createDirectories(lost.blobs().resolve("ab"));
            Files.write(lost.blobs().resolve("ab/cdef"), new byte[] {0, 1, 2});
            Files.createDirectories(lost.applied());
            Files.writeString(lost.applied().resolve("tenants"), "digest");
            Files.createDirectories(lost.keycloak());
            Files.createFile(lost.keycloakClientsMade());
            Backup.write(lost, client(lost, database), file);
        }
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        Path found = folder.resolve("found");
        assertThat(BackupCommand.restore(List.of(file.toString(), "--state", found.toString()), out))
                .isZero();

        StateFolder state = StateFolder.at(found);
        assertThat(state.blobs().resolve("ab/cdef")).hasBinaryContent(new byte[] {0, 1, 2});
        assertThat(state.applied().resolve("tenants")).hasContent("digest");
        assertThat(state.keycloakClientsMade()).exists();
        assertThat(Files.readString(state.secrets())).isEqualTo(Files.readString(lost.secrets()));
        try (Database database = Database.start(state, Ports.free(), List.of("eu", "sa"), Progress.silent());
                Connection reading = DriverManager.getConnection(
                        database.url(EU),
                        database.login(EU).name(),
                        database.login(EU).secret());
                Statement statement = reading.createStatement();
                ResultSet rows = statement.executeQuery("select hex(id), words from probe_row")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("00FF0A1A");
            assertThat(rows.getString(2)).isEqualTo("مرحبا 🌱 \\ ' \n");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_state_that_has_data_is_not_written_over() {
        StateFolder state = StateFolder.at(folder.resolve("state"));
        new Secrets(state.secrets()).of("database.root");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> BackupCommand.restore(
                        List.of(
                                Files.createFile(folder.resolve("b.zip")).toString(),
                                "--state",
                                state.path().toString()),
                        out))
                .withMessageContaining("has data already");
    }

    @Test
    void what_is_no_backup_or_half_of_one_leaves_an_empty_state() throws Exception {
        Path half = Files.write(folder.resolve("half.zip"), Zip.of(Files.createDirectories(folder.resolve("nothing"))));
        Path state = folder.resolve("state");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> BackupCommand.restore(List.of(half.toString(), "--state", state.toString()), out))
                .withMessageContaining("is no backup");
        assertThat(state.resolve("secrets.properties")).doesNotExist();
        assertThat(state.resolve("database")).doesNotExist();
    }

    private static DatabaseClient client(StateFolder state, Database database) {
        return new DatabaseClient(
                MariaDbHome.unpacked(Distribution.found(), Progress.silent()),
                database.port(),
                new Secrets(state.secrets()).of("database.root"));
    }

    private static void migrating(Database database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(EU),
                        database.migrationLogin(EU).name(),
                        database.migrationLogin(EU).secret());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
