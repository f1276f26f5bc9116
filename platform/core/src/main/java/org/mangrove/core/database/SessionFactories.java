package org.mangrove.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.hibernate.service.UnknownUnwrapTypeException;

/** Builds a session factory for a schema; the database itself is named when a session is opened. */
final class SessionFactories {

    /** Before the name of a database of which a session only asks. */
    static final String ASKING = "asking ";

    private static final Map<String, String> DIALECTS = Map.of(
            "mariadb", "org.hibernate.dialect.MariaDBDialect",
            "mysql", "org.hibernate.dialect.MySQLDialect");
    private static final Map<String, String> VERSIONS = Map.of("mariadb", "11.4", "mysql", "8.4");

    private SessionFactories() {}

    static SessionFactory build(Shape shape, DataSources dataSources, String dialect) {
        var settings = new HashMap<String, Object>();
        settings.put(AvailableSettings.DIALECT, DIALECTS.getOrDefault(dialect, dialect));
        settings.put(AvailableSettings.JAKARTA_HBM2DDL_DB_VERSION, VERSIONS.getOrDefault(dialect, "8.4"));
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new OfOneDatabase(dataSources));
        settings.put(AvailableSettings.TRANSACTION_COORDINATOR_STRATEGY, "jta");
        settings.put(AvailableSettings.JTA_PLATFORM, new SunOneJtaPlatform());
        settings.put(
                AvailableSettings.CONNECTION_HANDLING,
                PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_RELEASE_BEFORE_TRANSACTION_COMPLETION);
        settings.put(AvailableSettings.PREFERRED_UUID_JDBC_TYPE, "BINARY");
        settings.put(AvailableSettings.PREFERRED_INSTANT_JDBC_TYPE, "TIMESTAMP");
        settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, 200);
        settings.put(AvailableSettings.ORDER_INSERTS, true);
        settings.put(AvailableSettings.ORDER_UPDATES, true);
        settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(AvailableSettings.USE_QUERY_CACHE, false);
        var registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build();
        var sources = new MetadataSources(registry);
        Entities.of(shape).forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    private static final class OfOneDatabase implements MultiTenantConnectionProvider<Object> {

        private static final long serialVersionUID = 1L;

        private final transient DataSources dataSources;

        OfOneDatabase(DataSources dataSources) {
            this.dataSources = dataSources;
        }

        @Override
        public Connection getAnyConnection() {
            throw new IllegalStateException("No connection without the name of its database");
        }

        @Override
        public void releaseAnyConnection(Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public Connection getConnection(Object database) throws SQLException {
            var name = (String) database;
            return name.startsWith(ASKING)
                    ? dataSources
                            .asking(new DatabaseName(name.substring(ASKING.length())))
                            .getConnection()
                    : dataSources.walled(new DatabaseName(name)).getConnection();
        }

        @Override
        public void releaseConnection(Object database, Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return type.isInstance(this);
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            throw new UnknownUnwrapTypeException(type);
        }
    }
}
