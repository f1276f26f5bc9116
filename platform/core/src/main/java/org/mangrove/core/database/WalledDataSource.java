package org.mangrove.core.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Puts the {@link Wall} before every statement of a data source, so that plain JDBC is covered as well. */
final class WalledDataSource {

    private static final Set<String> WITH_TEXT =
            Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

    private WalledDataSource() {}

    /** @param look before each statement; what it throws keeps the statement from the database */
    static DataSource around(DataSource open, Consumer<String> look) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = method.invoke(open, arguments);
            return result instanceof Connection connection ? around(connection, look) : result;
        });
    }

    private static Connection around(Connection open, Consumer<String> look) {
        return proxy(Connection.class, (method, arguments) -> {
            var name = method.getName();
            if ((name.equals("prepareStatement") || name.equals("prepareCall"))
                    && arguments != null
                    && arguments[0] instanceof String sql) {
                look.accept(sql);
            }
            var result = method.invoke(open, arguments);
            return name.equals("createStatement") ? around((Statement) result, look) : result;
        });
    }

    private static Statement around(Statement open, Consumer<String> look) {
        return proxy(Statement.class, (method, arguments) -> {
            if (WITH_TEXT.contains(method.getName()) && arguments != null && arguments[0] instanceof String sql) {
                look.accept(sql);
            }
            return method.invoke(open, arguments);
        });
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> face, Call call) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return call.with(method, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return face.cast(
                Proxy.newProxyInstance(WalledDataSource.class.getClassLoader(), new Class<?>[] {face}, handler));
    }
}
