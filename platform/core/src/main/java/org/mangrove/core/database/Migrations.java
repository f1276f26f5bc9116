package org.mangrove.core.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.flywaydb.core.Flyway;

/** Brings the schemas to the state that this version of the platform works with. */
@ApplicationScoped
public class Migrations {

    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    @Inject
    DataSources dataSources;

    /** To be called from one place at a time; a second call finds nothing to do. */
    public void migrate() {
        for (DatabaseName database : dataSources.all()) {
            var result = flyway(database).migrate();
            if (result.migrationsExecuted > 0) {
                LOG.log(
                        Level.INFO,
                        "Database {0} is at version {1} after {2} migrations",
                        database,
                        result.targetSchemaVersion,
                        result.migrationsExecuted);
            }
        }
    }

    /** Whether every database has the schema that this version works with. */
    public boolean upToDate(DatabaseName database) {
        return flyway(database).info().pending().length == 0;
    }

    private Flyway flyway(DatabaseName database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSources.forMigration(database))
                .locations("classpath:db/migration/" + database.shape().name().toLowerCase(Locale.ROOT))
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load();
    }
}
