package org.mangrove.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Plain SQL past every wall: as the user that a node works with, or as the one whose tables they are. */
record OwnedSchema(String jndi) {

    static OwnedSchema asNode(String schema) {
        return new OwnedSchema("jdbc/" + schema);
    }

    static OwnedSchema asOwner(String schema) {
        return new OwnedSchema("jdbc/" + schema + "-migration");
    }

    /** @return how many rows */
    @SuppressWarnings("BanJNDI")
    int change(List<String> statements) throws SQLException {
        try (Connection connection = ((DataSource) new InitialContext().lookup(jndi)).getConnection();
                var statement = connection.createStatement()) {
            int rows = 0;
            for (String sql : statements) {
                rows += statement.executeUpdate(sql);
            }
            return rows;
        } catch (NamingException missing) {
            throw new IllegalStateException(missing);
        }
    }

    int change(String sql) throws SQLException {
        return change(List.of(sql));
    }
}
