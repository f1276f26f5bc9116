package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The program that serves a state's databases: how it lays out its data, and how it is called. */
sealed interface DatabaseServer permits DatabaseServer.MariaDb, DatabaseServer.MySql {

    /** Where a MySQL is that is to be used in place of our MariaDB; may be set for tests, too. */
    String MYSQL_HOME = "mangrove.mysql-home";

    /** By which Hibernate, Keycloak and JDBC's addresses know it. */
    String dialect();

    /** Fills an empty data folder with the server's own tables. An attempt that broke off leaves nothing behind. */
    void layOut(Path data, Path logs) throws IOException, InterruptedException;

    /** A file or folder that only its own data have. */
    String mark();

    /** The program and the options that only it knows or needs. */
    List<String> command();

    /** @param mysqlHome the folder of an unpacked MySQL 8.4 or later; without one, our own MariaDB */
    static DatabaseServer of(Optional<Path> mysqlHome, Distribution distribution, Progress progress) {
        return mysqlHome
                .<DatabaseServer>map(MySql::new)
                .orElseGet(() -> new MariaDb(MariaDbHome.unpacked(distribution, progress)));
    }

    /** The MySQL that this process was told to use, if it was. */
    static Optional<Path> mysqlHome() {
        return Optional.ofNullable(System.getProperty(MYSQL_HOME)).map(Path::of);
    }

    /** @throws Trouble if another server has laid out these data */
    default void mustBeOwn(Path data) {
        DatabaseServer other = this instanceof MariaDb ? new MySql(data) : new MariaDb(data);
        if (!Files.exists(data.resolve(mark())) && Files.exists(data.resolve(other.mark()))) {
            throw new Trouble(
                    "The data in %s were laid out by %s, and %s cannot read them: name another --state, or begin anew with --fresh."
                            .formatted(data, other.dialect(), dialect()));
        }
    }

    /** MariaDB, as it is unpacked from its archive. */
    record MariaDb(Path home) implements DatabaseServer {

        @Override
        public String dialect() {
            return "mariadb";
        }

        @Override
        public void layOut(Path data, Path logs) throws IOException, InterruptedException {
            MariaDbHome.layOut(home, data, logs);
        }

        @Override
        public String mark() {
            return "aria_log_control";
        }

        @Override
        public List<String> command() {
            return List.of(
                    MariaDbHome.server(home).toString(),
                    "--no-defaults",
                    "--basedir=" + home,
                    "--skip-ssl",
                    "--socket=mariadb.sock",
                    "--pid-file=mariadb.pid");
        }
    }

    /** MySQL, 8.4 or later, which users bring. */
    record MySql(Path home) implements DatabaseServer {

        @Override
        public String dialect() {
            return "mysql";
        }

        @Override
        public void layOut(Path data, Path logs) throws IOException, InterruptedException {
            Path draft = data.resolveSibling(data.getFileName() + ".draft");
            Trees.remove(draft);
            Files.createDirectories(draft);
            var command = new ArrayList<>(command());
            command.addAll(List.of("--initialize-insecure", "--datadir=" + draft));
            if (MariaDbHome.isRoot()) {
                command.add("--user=root");
            }
            Path log = logs.resolve("database-layout.log");
            if (OneOff.run(command, Objects.requireNonNull(draft.getParent()), log) != 0) {
                Trees.remove(draft);
                throw new Trouble("MySQL could not lay out a database: look into %s.".formatted(log));
            }
            Trees.remove(data);
            Files.move(draft, data);
        }

        @Override
        public String mark() {
            return "mysql.ibd";
        }

        @Override
        public List<String> command() {
            Path server = home.resolve("bin/mysqld");
            if (!Files.isExecutable(server)) {
                throw new Trouble("There is no MySQL in %s: %s is missing.".formatted(home, server));
            }
            return List.of(
                    server.toString(),
                    "--no-defaults",
                    "--basedir=" + home,
                    "--secure-file-priv=NULL",
                    "--mysqlx=OFF",
                    "--skip-log-bin",
                    "--tls-version=",
                    "--socket=mysql.sock",
                    "--pid-file=mysql.pid");
        }
    }
}
