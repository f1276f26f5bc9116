package org.mangrove.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mangrove.launcher.Schema;
import org.mangrove.launcher.Stack;

/** A look past the pages, into the rows of one schema. */
record Rows(Stack stack, Schema schema) {

    static Rows ofCell(Stack stack, String cell) {
        return new Rows(stack, Schema.cell(cell));
    }

    /** The one number that the question has for an answer. */
    long count(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    /** Changes what only time would. */
    int change(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private Connection open() throws SQLException {
        var login = stack.database().administrator();
        return DriverManager.getConnection(stack.database().url(schema), login.name(), login.secret());
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
