package org.mangrove.core.database;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Which tables belong to somebody, and the column that says to whom: the first of the primary key. Read from the schema, so
 * that a table cannot be forgotten.
 */
final class WalledTables {

    private static final String LEADING_KEY_COLUMNS = """
            select table_name, column_name from information_schema.key_column_usage
            where table_schema = database() and constraint_name = 'PRIMARY' and ordinal_position = 1
              and column_name in ('tenant_id', 'enterprise_id')
            """;

    private WalledTables() {}

    /** @return table to column, both in lower case */
    static Map<String, String> read(DataSource open) {
        var columns = new HashMap<String, String>();
        try (var connection = open.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LEADING_KEY_COLUMNS)) {
            while (rows.next()) {
                columns.put(
                        rows.getString(1).toLowerCase(Locale.ROOT),
                        rows.getString(2).toLowerCase(Locale.ROOT));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The schema cannot be read", unreadable);
        }
        return Map.copyOf(columns);
    }
}
