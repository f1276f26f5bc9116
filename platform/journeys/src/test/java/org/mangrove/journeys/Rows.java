package org.mangrove.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Schema;
import org.mangrove.launcher.Stack;

/** A look past the pages, into the rows, by somebody who may do everything everywhere. */
record Rows(String url, Login login) {

    /** Of all schemas: tables are named with theirs. */
    static Rows everywhere(Stack stack) {
        return ofCore(stack);
    }

    static Rows ofCore(Stack stack) {
        return of(stack, Schema.core());
    }

    static Rows ofCell(Stack stack, String cell) {
        return of(stack, Schema.cell(cell));
    }

    private static Rows of(Stack stack, Schema schema) {
        return new Rows(stack.database().url(schema), stack.database().administrator());
    }

    /** What one row tells. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Several questions over one connection. */
    interface Look<T> {
        T through(Connection connection) throws SQLException;
    }

    <T> T look(Look<T> look) {
        try (Connection connection = DriverManager.getConnection(url, login.name(), login.secret())) {
            return look.through(connection);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    <T> List<T> read(String sql, List<?> values, Reading<T> reading) {
        return look(connection -> read(connection, sql, values, reading));
    }

    static <T> List<T> read(Connection connection, String sql, List<?> values, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException failed) {
            throw new SQLException(sql, failed);
        }
    }

    /** Each row as its columns joined by a bar. */
    List<String> lines(String sql, Object... values) {
        return read(sql, List.of(values), Rows::line);
    }

    /** The first column of the first row, unless there is none. */
    Optional<String> find(String sql, Object... values) {
        return read(sql, List.of(values), row -> Optional.ofNullable(row.getString(1))).stream()
                .findFirst()
                .flatMap(found -> found);
    }

    String text(String sql, Object... values) {
        return find(sql, values).orElseThrow(() -> new AssertionError("No row: " + sql));
    }

    /** The one number that the question has for an answer. */
    long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** Changes what only time or somebody with ill will would. @return how many rows */
    int change(String sql, Object... values) {
        return look(connection -> change(connection, sql, List.of(values)));
    }

    /** Changes one thing after another, in one go. */
    void changeAll(List<String> statements) {
        look(connection -> {
            connection.setAutoCommit(false);
            int rows = 0;
            for (String sql : statements) {
                rows += change(connection, sql, List.of());
            }
            connection.commit();
            return rows;
        });
    }

    private static int change(Connection connection, String sql, List<?> values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new SQLException(sql, failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static String line(ResultSet row) throws SQLException {
        var line = new ArrayList<String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            line.add(String.valueOf(row.getString(column)));
        }
        return String.join("|", line);
    }

    /** No secret in a failure's message. */
    @Override
    public String toString() {
        return url;
    }
}
