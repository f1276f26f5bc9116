package org.mangrove.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Schema;
import org.mangrove.launcher.Stack;

/** What the core's database holds, read past the server. */
final class CoreRows {

    private CoreRows() {}

    /** The first column of the one row that a query gives. */
    static String text(Stack stack, String query) throws SQLException {
        Login administrator = stack.database().administrator();
        try (Connection connection = DriverManager.getConnection(
                        stack.database().url(Schema.core()), administrator.name(), administrator.secret());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new AssertionError("No row: " + query);
            }
            return rows.getString(1);
        }
    }

    static int number(Stack stack, String query) throws SQLException {
        return Integer.parseInt(text(stack, query));
    }
}
