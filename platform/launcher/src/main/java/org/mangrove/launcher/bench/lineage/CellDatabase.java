package org.mangrove.launcher.bench.lineage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Trouble;

/** A cell's database, as its administrator sees it. */
final class CellDatabase implements AutoCloseable {

    private final Connection connection;

    CellDatabase(String url, Login login) {
        try {
            connection = DriverManager.getConnection(url, login.name(), login.secret());
        } catch (SQLException unreachable) {
            throw trouble(unreachable);
        }
    }

    long number(String sql, Object... values) {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw trouble(failed);
        }
    }

    int change(String sql, Object... values) {
        try (PreparedStatement change = prepared(sql, values)) {
            return change.executeUpdate();
        } catch (SQLException failed) {
            throw trouble(failed);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }

    private static Trouble trouble(SQLException failed) {
        return new Trouble("The database of the measurement said: " + failed.getMessage(), failed);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw trouble(gone);
        }
    }
}
