package org.mangrove.launcher.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.launcher.Trouble;

/**
 * What the database is asked while a page is made, as its own log of statements has it.
 *
 * <p>The node asks a few things by itself all the time. So a page is opened several times, one at a time, and the fewest
 * statements count: others can only have come in between.
 */
final class StatementLog implements AutoCloseable {

    /** @param setUp what only opens, sets and ends: transactions, the time zone */
    record Statements(List<String> queries, List<String> setUp) {

        static final Statements NONE = new Statements(List.of(), List.of());
    }

    private static final int LONGEST_SHOWN = 160;

    private static final int TIMES = 9;
    private static final Pattern SET_UP = Pattern.compile(
            "(?:set|commit|rollback|start transaction|begin|select @@|/\\* mysql|show|use)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The wall's comment on statements of the node's own housekeeping. */
    private static final String BY_ITSELF = "/* every tenant:";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Connection connection;

    StatementLog(Subject subject) {
        try {
            connection = DriverManager.getConnection(
                    subject.database(),
                    subject.administrator().name(),
                    subject.administrator().secret());
            run("set global log_output = 'TABLE'");
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    Statements of(Runnable visit) {
        try {
            run("set global general_log = on");
            return Stream.generate(() -> once(visit))
                    .limit(TIMES)
                    .min(Comparator.comparing(all -> all.queries().size()))
                    .orElseThrow();
        } catch (SQLException failed) {
            throw unusable(failed);
        } finally {
            stop();
        }
    }

    private Statements once(Runnable visit) {
        try {
            run("truncate table mysql.general_log");
            visit.run();
            var queries = new ArrayList<String>();
            var setUp = new ArrayList<String>();
            for (String statement : read()) {
                if (SET_UP.matcher(statement).matches()) {
                    setUp.add(statement);
                } else if (!statement.startsWith(BY_ITSELF)) {
                    queries.add(statement);
                }
            }
            return new Statements(List.copyOf(queries), List.copyOf(setUp));
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    private List<String> read() throws SQLException {
        var read = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select argument from mysql.general_log
                        where command_type in ('Query', 'Execute') and (user_host like 'cell\\_%' or user_host like 'core%')
                        order by event_time
                        """)) {
            while (rows.next()) {
                read.add(SPACE.matcher(rows.getString(1)).replaceAll(" ").strip());
            }
        }
        return read;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void stop() {
        try {
            run("set global general_log = off");
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    @Override
    public void close() {
        try (connection) {
            run("truncate table mysql.general_log");
            run("set global log_output = default");
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    /** How a statement begins, for people who read a list of them. */
    static String shortened(String statement) {
        String plain = statement.toLowerCase(Locale.ROOT).startsWith("select")
                ? statement.replaceFirst("(?i)select .*? from ", "select … from ")
                : statement;
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Trouble unusable(SQLException failed) {
        return new Trouble("The database's log of statements cannot be read: " + failed.getMessage(), failed);
    }
}
