package org.mangrove.journeys;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every column of every row of every schema of a server, with the zone that the row belongs to. */
final class SearchedDatabases {

    private static final String KEYCLOAK = "keycloak";
    private static final String CELL = "mangrove_cell_";

    private final Rows everywhere;
    private final Map<String, String> tenants = new HashMap<>();
    private final Map<String, String> realms = new HashMap<>();
    private final Map<String, String> realmsOfUsers = new HashMap<>();
    private final Map<String, String> realmsOfSessions = new HashMap<>();

    private record Table(String schema, String name) {

        String quoted() {
            return "`%s`.`%s`".formatted(schema, name);
        }
    }

    SearchedDatabases(Rows everywhere) {
        this.everywhere = everywhere;
    }

    List<Find> search(Traces traces) {
        return everywhere.look(connection -> {
            fill(connection, tenants, "select tenant_number, slug from mangrove_core.tenancy_tenant");
            fill(connection, realms, "select ID, NAME from keycloak.REALM");
            fill(connection, realmsOfUsers, "select ID, REALM_ID from keycloak.USER_ENTITY");
            fill(connection, realmsOfSessions, "select USER_SESSION_ID, REALM_ID from keycloak.OFFLINE_USER_SESSION");
            var found = new ArrayList<Find>();
            for (Table table : tables(connection)) {
                Rows.read(connection, "select * from " + table.quoted(), List.of(), row -> search(table, row, traces))
                        .forEach(found::addAll);
            }
            return found;
        });
    }

    /**
     * Has all that is in memory written to the files, so that these can be searched, too. Meanwhile nodes tell each other that
     * they are there, so that some page is always newer than its file: what counts is what had been changed by now.
     */
    void writeOut() {
        long changed = log("Innodb_lsn_current");
        everywhere.change("set global innodb_max_dirty_pages_pct_lwm = 0.001");
        everywhere.change("set global innodb_max_dirty_pages_pct = 0");
        try {
            Patience.USUAL.until(
                    "what has been changed is in memory only no more",
                    () -> log("Innodb_lsn_last_checkpoint") >= changed);
        } finally {
            everywhere.change("set global innodb_max_dirty_pages_pct = default");
            everywhere.change("set global innodb_max_dirty_pages_pct_lwm = default");
        }
    }

    private long log(String place) {
        return everywhere.number(
                "select variable_value from information_schema.global_status where variable_name = ?", place);
    }

    /** How many tables there are: a search of none would find nothing, too. */
    long tables(String schema) {
        return everywhere.number("select count(*) from information_schema.tables where table_schema = ?", schema);
    }

    /** By which ids the person is known, in the cell and in the realms. */
    List<Marker> idsOf(Marked who) {
        var ids = new ArrayList<Marker>();
        for (String cell : List.of("eu", "sa", "jp")) {
            ids.addAll(markers(
                    "person", "select id from mangrove_cell_%s.identity_person where email = ?".formatted(cell), who));
            ids.addAll(markers(
                    "actor",
                    "select actor_id from mangrove_cell_%s.identity_person where email = ?".formatted(cell),
                    who));
        }
        ids.addAll(markers(
                "account", "select unhex(replace(ID, '-', '')) from keycloak.USER_ENTITY where EMAIL = ?", who));
        return ids;
    }

    private List<Marker> markers(String what, String sql, Marked who) {
        return everywhere.read(sql, List.of(who.email()), row -> Marker.of(what, uuid(row.getBytes(1))));
    }

    private static void fill(Connection connection, Map<String, String> names, String sql) throws SQLException {
        Rows.read(connection, sql, List.of(), row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(name -> names.put(name.getKey(), name.getValue()));
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        return Rows.read(
                connection,
                "select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE'",
                List.of(),
                row -> new Table(row.getString(1), row.getString(2)));
    }

    private List<Find> search(Table table, ResultSet row, Traces traces) throws SQLException {
        var found = new ArrayList<Find>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            byte[] value = row.getBytes(column);
            if (value == null) {
                continue;
            }
            for (Marker marker : traces.in(value)) {
                String place = table.schema() + "." + table.name() + "."
                        + row.getMetaData().getColumnLabel(column);
                found.add(new Find(marker, zone(table, row), place));
            }
        }
        return found;
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

    private static UUID uuid(byte[] id) {
        var bytes = ByteBuffer.wrap(id);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
