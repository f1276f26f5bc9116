package org.mangrove.core.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The connections of this node, each behind the wall between tenants. */
@ApplicationScoped
public class DataSources {

    @Inject
    Configuration configuration;

    private final Map<DatabaseName, DataSource> walled = new ConcurrentHashMap<>();
    private final Map<DatabaseName, DataSource> asking = new ConcurrentHashMap<>();
    private final Map<DatabaseName, Wall> walls = new ConcurrentHashMap<>();

    /** All databases that this node serves. */
    public List<DatabaseName> all() {
        var names = new ArrayList<DatabaseName>();
        if (configuration.servesCore()) {
            names.add(DatabaseName.CORE);
        }
        configuration.cells().forEach(cell -> names.add(DatabaseName.ofCell(cell)));
        return List.copyOf(names);
    }

    /** How many statements were put to each database since this node started. */
    public Map<DatabaseName, Long> statements() {
        return walls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, wall -> wall.getValue().passed()));
    }

    /** Whether a connection can be had and works, within two seconds. */
    public boolean answers(DatabaseName database) {
        try (var connection = lookUp(database.jndi()).getConnection()) {
            return connection.isValid(2);
        } catch (SQLException | IllegalStateException unreachable) {
            return false;
        }
    }

    /** Connections that refuse a statement which does not say whose rows it is about. */
    DataSource walled(DatabaseName database) {
        return walled.computeIfAbsent(
                database, name -> WalledDataSource.around(lookUp(name.jndi()), wall(name)::mustHold));
    }

    /** The same, and they refuse whatever is not a question. */
    DataSource asking(DatabaseName database) {
        return asking.computeIfAbsent(database, name -> {
            Wall wall = wall(name);
            return WalledDataSource.around(lookUp(name.jndi()), sql -> {
                OnlyQuestions.mustBe(sql);
                wall.mustHold(sql);
            });
        });
    }

    private Wall wall(DatabaseName database) {
        return walls.computeIfAbsent(database, name -> new Wall(WalledTables.read(lookUp(name.jndi()))));
    }

    /** Connections of the user that may change the schema. */
    DataSource forMigration(DatabaseName database) {
        return lookUp(database.migrationJndi());
    }

    /** The name is one of ours and never a caller's. */
    @SuppressWarnings("BanJNDI")
    private static DataSource lookUp(String jndi) {
        try {
            return (DataSource) new InitialContext().lookup(jndi);
        } catch (NamingException missing) {
            throw new IllegalStateException("The container has no connections called " + jndi, missing);
        }
    }
}
