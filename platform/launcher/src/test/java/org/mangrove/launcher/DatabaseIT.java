package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server: its schemas, its users and their walls. */
class DatabaseIT {

    @TempDir
    static Path folder;

    private static Database database;

    @BeforeAll
    static void start() {
        database = Database.start(StateFolder.at(folder), Ports.free(), List.of("eu", "sa"), Progress.silent());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keeps_time_in_utc_and_reads_what_is_committed() throws SQLException {
        try (Connection connection = open(Schema.core(), database.login(Schema.core()))) {
            assertThat(one(connection, "select @@session.time_zone")).isEqualTo("+00:00");
            assertThat(one(connection, "select @@session.tx_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(one(connection, "select @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
        }
    }

    @Test
    void lets_the_migrating_user_make_tables_and_the_other_write_rows_only() throws SQLException {
        Schema eu = Schema.cell("eu");
        try (Connection migrating = open(eu, database.migrationLogin(eu));
                Connection writing = open(eu, database.login(eu))) {
            run(migrating, "create table probe_row (id int primary key, words varchar(20))");
            run(writing, "insert into probe_row values (1, 'مرحبا 🌱')");

            assertThat(one(writing, "select words from probe_row")).isEqualTo("مرحبا 🌱");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> run(writing, "drop table probe_row"))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void does_not_let_the_user_of_one_cell_into_another() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> open(Schema.cell("sa"), database.login(Schema.cell("eu"))))
                .withMessageContaining("denied");
    }

    @Test
    void has_after_a_power_cut_what_was_committed_before() throws SQLException {
        Schema sa = Schema.cell("sa");
        try (Connection migrating = open(sa, database.migrationLogin(sa))) {
            run(migrating, "create table probe_kept (id int primary key)");
            run(migrating, "insert into probe_kept values (7)");
        }

        database.kill();
        database.restart();

        try (Connection again = open(sa, database.login(sa))) {
            assertThat(one(again, "select id from probe_kept")).isEqualTo("7");
        }
    }

    private static Connection open(Schema schema, Login login) throws SQLException {
        return DriverManager.getConnection(database.url(schema), login.name(), login.secret());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
