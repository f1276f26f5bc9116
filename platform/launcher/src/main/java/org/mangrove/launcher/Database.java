package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A MariaDB server of its own (or a MySQL that was named), with the schemas and users of one state.
 *
 * <p>Users are walled as in production: a node's user may read and write rows of its one schema, and nothing else; a
 * second one, for migrations, owns the tables. An acknowledged commit is on the disk.
 */
public final class Database implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final String KEYCLOAK = "keycloak";

    private final StateFolder state;
    private final List<Schema> schemas;
    private final int port;
    private final Secrets secrets;
    private final DatabaseServer program;
    private Child server;

    private Database(StateFolder state, List<Schema> schemas, int port, DatabaseServer program, Secrets secrets)
            throws IOException {
        this.state = state;
        this.schemas = schemas;
        this.port = port;
        this.program = program;
        this.secrets = secrets;
        this.server = launch();
    }

    /** Starts it on {@link Ports#database()}, empty or with what the state holds, and returns when it takes connections. */
    public static Database start(StateFolder state, Ports ports, List<String> cells, Progress progress) {
        var distribution = Distribution.found();
        DatabaseServer program = DatabaseServer.of(DatabaseServer.mysqlHome(), distribution, progress);
        return start(state, ports, cells, progress, program, new Secrets(state.secrets()));
    }

    static Database start(
            StateFolder state,
            Ports ports,
            List<String> cells,
            Progress progress,
            DatabaseServer program,
            Secrets secrets) {
        Path data = state.database();
        program.mustBeOwn(data);
        if (!Files.isDirectory(data.resolve("mysql"))) {
            progress.step("Laying out an empty database", () -> program.layOut(data, state.logs()));
        }
        return progress.step("Database on 127.0.0.1:" + ports.database(), () -> {
            Ports.mustBeFree(ports.database(), "the database");
            var database = new Database(state, Schema.of(cells), ports.database(), program, secrets);
            try {
                database.awaitReady();
            } catch (RuntimeException | SQLException | IOException | InterruptedException failed) {
                database.close();
                throw failed;
            }
            return database;
        });
    }

    public int port() {
        return port;
    }

    /** {@code mariadb} or {@code mysql}. */
    public String dialect() {
        return program.dialect();
    }

    public List<Schema> schemas() {
        return schemas;
    }

    /** For JDBC, with the options that every connection of ours has. */
    public String url(Schema schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s?%s".formatted(port, schema.name(), ConnectionOptions.asQuery());
    }

    /** May select, insert, update and delete rows of this schema. */
    public Login login(Schema schema) {
        return new Login(schema.user(), secrets.of("database." + schema.user()));
    }

    /** May change the tables of this schema. */
    public Login migrationLogin(Schema schema) {
        return new Login(schema.migrationUser(), secrets.of("database." + schema.migrationUser()));
    }

    /** May do everything everywhere: for tests that look into all schemas, and for backups. */
    public Login administrator() {
        return new Login("root", secrets.of("database.root"));
    }

    Login keycloak() {
        return new Login(KEYCLOAK, secrets.of("database.keycloak"));
    }

    String keycloakUrl() {
        return switch (program) {
            case DatabaseServer.MariaDb ours -> "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, KEYCLOAK);
            case DatabaseServer.MySql theirs ->
                "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(port, KEYCLOAK);
        };
    }

    public boolean isAlive() {
        return server.isAlive();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        server.kill();
    }

    /** Starts it again on the same data. */
    public void restart() {
        try {
            server.stop(STOPPED_WITHIN);
            server = launch();
            awaitReady();
        } catch (IOException | SQLException failed) {
            throw Disk.asTrouble("starting the database again", failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while the database was starting.", hurried);
        }
    }

    Child process() {
        return server;
    }

    @Override
    public void close() {
        server.stop(STOPPED_WITHIN);
    }

    private Child launch() throws IOException {
        Path init = state.path().resolve("database-users.sql");
        PrivateFiles.write(init, users());
        var command = new ArrayList<>(program.command());
        command.addAll(List.of(
                "--datadir=" + state.database(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--init-file=" + init,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=1G",
                // For disks that turn: what lies beside a page is another tenant's here, and would be written again and
                // again.
                "--innodb-flush-neighbors=0",
                // A short log has each page written again every few seconds: MariaDB's name for its length, and
                // MySQL's.
                "--loose-innodb-log-file-size=512M",
                "--loose-innodb-redo-log-capacity=512M",
                "--performance-schema=OFF",
                "--max-connections=400",
                "--max-allowed-packet=64M"));
        if (MariaDbHome.isRoot()) {
            command.add("--user=root");
        }
        return Child.start("database", state, command, Map.of(), state.database());
    }

    /** Read by the server before it takes connections, so that there is no moment without passwords. */
    private String users() {
        var statements = new ArrayList<String>();
        statements.add("ALTER USER 'root'@'localhost' IDENTIFIED BY '%s'".formatted(secrets.of("database.root")));
        statements.addAll(user(administrator()));
        statements.add("GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION");
        for (Schema schema : schemas) {
            statements.add("CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
                    .formatted(schema.name()));
            statements.addAll(user(login(schema)));
            statements.add("GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON %s.* TO '%s'@'127.0.0.1'"
                    .formatted(schema.name(), schema.user()));
            statements.addAll(user(migrationLogin(schema)));
            statements.add("GRANT ALL PRIVILEGES ON %s.* TO '%s'@'127.0.0.1'"
                    .formatted(schema.name(), schema.migrationUser()));
        }
        statements.add("CREATE DATABASE IF NOT EXISTS keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
        statements.addAll(user(keycloak()));
        statements.add("GRANT ALL PRIVILEGES ON keycloak.* TO 'keycloak'@'127.0.0.1'");
        return statements.stream().collect(Collectors.joining(";\n", "", ";\n"));
    }

    private static List<String> user(Login login) {
        return List.of(
                "CREATE USER IF NOT EXISTS '%s'@'127.0.0.1'".formatted(login.name()),
                "ALTER USER '%s'@'127.0.0.1' IDENTIFIED BY '%s'".formatted(login.name(), login.secret()));
    }

    /** Ready when the users of all schemas get in: the one who answers is then the one who was started, too. */
    private void awaitReady() throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            if (!server.isAlive()) {
                throw new Trouble(server.lastWords());
            }
            Disk.mustNotBeFull(state.path());
            try {
                for (Schema schema : schemas) {
                    mustLetIn(schema, login(schema));
                    mustLetIn(schema, migrationLogin(schema));
                }
                Files.deleteIfExists(state.path().resolve("database-users.sql"));
                return;
            } catch (SQLException | IOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new Trouble(
                            "The database did not get ready within %d s (%s): look into %s."
                                    .formatted(READY_WITHIN.toSeconds(), notYet.getMessage(), server.log()),
                            notYet);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void mustLetIn(Schema schema, Login login) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(schema), login.name(), login.secret())) {
            if (!connection.isValid(5)) {
                throw new SQLException("The connection of " + login.name() + " is not usable");
            }
        }
    }
}
