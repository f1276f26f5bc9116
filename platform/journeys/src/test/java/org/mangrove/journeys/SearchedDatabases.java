package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.launcher.Database;
import org.mangrove.launcher.Login;

/** Every column of every row of every schema of a server, with the zone that the row belongs to. */
final class SearchedDatabases implements AutoCloseable {

    private static final String KEYCLOAK = "keycloak";
    private static final String CELL = "mangrove_cell_";

    private final Connection connection;
    private final Map<String, String> tenants = new HashMap<>();
    private final Map<String, String> realms = new HashMap<>();
    private final Map<String, String> realmsOfUsers = new HashMap<>();
    private final Map<String, String> realmsOfSessions = new HashMap<>();

    private record Table(String schema, String name) {

        String quoted() {
            return "`%s`.`%s`".formatted(schema, name);
        }
    }

    SearchedDatabases(Database database) {
        Login all = database.administrator();
        try {
            connection = DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true&characterEncoding=UTF-8"
                            .formatted(database.port()),
                    all.name(),
                    all.secret());
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    List<Find> search(Traces traces) {
        try {
            fill(tenants, "select tenant_number, slug from mangrove_core.tenancy_tenant");
            fill(realms, "select ID, NAME from keycloak.REALM");
            fill(realmsOfUsers, "select ID, REALM_ID from keycloak.USER_ENTITY");
            fill(realmsOfSessions, "select USER_SESSION_ID, REALM_ID from keycloak.OFFLINE_USER_SESSION");
            var found = new ArrayList<Find>();
            for (Table table : tables()) {
                search(table, traces, found);
            }
            return found;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The one value that a question finds. */
    Optional<byte[]> find(String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    /** How many tables there are: a search of none would find nothing, too. */
    int count(String schema) {
        return Integer.parseInt(new String(
                find("select count(*) from information_schema.tables where table_schema = ?", schema)
                        .orElseThrow(),
                StandardCharsets.US_ASCII));
    }

    /** How many pages are in memory only. */
    int dirtyPages() {
        return Integer.parseInt(new String(
                find("select variable_value from information_schema.global_status"
                                + " where variable_name = 'Innodb_buffer_pool_pages_dirty'")
                        .orElseThrow(),
                StandardCharsets.US_ASCII));
    }

    void change(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private void fill(Map<String, String> names, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    private List<Table> tables() throws SQLException {
        var tables = new ArrayList<Table>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    private void search(Table table, Traces traces, List<Find> found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table.quoted())) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    byte[] value = rows.getBytes(column);
                    if (value == null) {
                        continue;
                    }
                    for (Marker marker : traces.in(value)) {
                        String place = table.schema() + "." + table.name() + "."
                                + rows.getMetaData().getColumnLabel(column);
                        found.add(new Find(marker, zone(table, rows), place));
                    }
                }
            }
        }
    }

    private String zone(Table table, ResultSet row) throws SQLException {
        if (table.schema().equals(KEYCLOAK)) {
            return "realm " + realm(row);
        }
        if (table.schema().startsWith(CELL)) {
            return "cell " + table.schema().substring(CELL.length()) + ", tenant "
                    + value(row, "tenant_id").map(tenants::get).orElse("none");
        }
        return table.schema();
    }

    private String realm(ResultSet row) throws SQLException {
        Optional<String> id = value(row, "REALM_ID")
                .or(() -> value(row, "USER_ID").map(realmsOfUsers::get))
                .or(() -> value(row, "USER_SESSION_ID").map(realmsOfSessions::get));
        return id.map(found -> realms.getOrDefault(found, found)).orElse("unknown");
    }

    private static Optional<String> value(ResultSet row, String column) {
        try {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (row.getMetaData().getColumnLabel(i).equalsIgnoreCase(column)) {
                    return Optional.ofNullable(row.getString(i));
                }
            }
            return Optional.empty();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
