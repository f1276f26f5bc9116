package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one tenant and its enterprise have in all databases: a digest of each table's rows that are theirs. Tables are found by
 * their keys, which are led by the owner's number.
 */
final class OwnedRows {

    /** All but what a cell notes by itself about the feed that it listens to. */
    private static final String TABLES = """
            select k.table_schema, k.table_name, k.column_name,
                   (select group_concat(c.column_name order by c.ordinal_position) from information_schema.columns c
                     where c.table_schema = k.table_schema and c.table_name = k.table_name
                       and concat(c.table_name, '.', c.column_name) <> ?)
            from information_schema.key_column_usage k
            where k.table_schema like 'mangrove\\\\_%' and k.constraint_name = 'PRIMARY' and k.ordinal_position = 1
              and k.column_name in ('tenant_id', 'enterprise_id')
              and k.table_name not in ('publication_position', 'publication_subject')
            """;

    /** Given by the relay, whenever it comes to it. */
    private static final String NUMBER_OF_AN_EVENT = "events_outbox.number";

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private record Table(String schema, String name, String owner, String columns) {}

    private final Installation installation;
    private final Map<String, String> owners;
    private final List<Table> tables;

    private OwnedRows(Installation installation, Map<String, String> owners, List<Table> tables) {
        this.installation = installation;
        this.owners = owners;
        this.tables = tables;
    }

    static OwnedRows of(Installation installation, String tenant, String enterprise) {
        var owners = Map.of(
                "tenant_id", number(installation, "TENANT", tenant),
                "enterprise_id", number(installation, "ENTERPRISE", enterprise));
        var tables = new ArrayList<Table>();
        try (Connection connection = installation.database();
                var statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, NUMBER_OF_AN_EVENT);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(new Table(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return new OwnedRows(installation, owners, tables);
    }

    /** Table to digest of the rows that are there now; a table without any is not there. */
    Map<String, String> now() {
        var digests = new TreeMap<String, String>();
        try (Connection connection = installation.database()) {
            for (Table table : tables) {
                digest(connection, table, digests);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return digests;
    }

    private void digest(Connection connection, Table table, Map<String, String> into) throws SQLException {
        String sql = "select %s from %s.%s where %s = ? order by %s"
                .formatted(
                        "`" + table.columns().replace(",", "`,`") + "`",
                        table.schema(),
                        table.name(),
                        table.owner(),
                        "`" + table.columns().replace(",", "`,`") + "`");
        MessageDigest all = sha256();
        int count = 0;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, owners.get(table.owner()));
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    count++;
                    for (int i = 1; i <= columns; i++) {
                        byte[] value = rows.getBytes(i);
                        all.update(value == null ? NULL : value);
                        all.update((byte) 0);
                    }
                }
            }
        }
        if (count > 0) {
            into.put(
                    table.schema() + "." + table.name(),
                    count + " rows " + HexFormat.of().formatHex(all.digest()));
        }
    }

    private static String number(Installation installation, String kind, String slug) {
        return installation
                .find("select number from mangrove_core.tenancy_number where kind = ? and slug = ?", kind, slug)
                .orElseThrow();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
