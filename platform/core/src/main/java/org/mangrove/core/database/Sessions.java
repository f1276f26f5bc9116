package org.mangrove.core.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * The session of a database in the transaction under way.
 *
 * <p>There is one session in a transaction, and one database: nothing that we do spans two. The physical connection is taken
 * as soon as the session is opened, because the container enlists only what is taken before the commit begins (measured: a
 * connection first taken by the flush at commit writes with autocommit).
 */
@ApplicationScoped
public class Sessions {

    private static final Object UNDER_WAY = Sessions.class;

    @Inject
    DataSources dataSources;

    @Inject
    Configuration configuration;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private final Map<Shape, SessionFactory> factories = new EnumMap<>(Shape.class);
    private final ReentrantLock building = new ReentrantLock();

    private record Open(DatabaseName database, Session session) {}

    /** @throws IllegalStateException outside a transaction, or if the transaction has begun in another database */
    public Session of(DatabaseName database) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("Rows of " + database + " are reached within a transaction only");
        }
        if (transactions.getResource(UNDER_WAY) instanceof Open open) {
            if (!open.database().equals(database)) {
                throw new IllegalStateException(
                        "A transaction in " + open.database() + " cannot reach into " + database);
            }
            return open.session();
        }
        var session = factory(database.shape())
                .withOptions()
                .tenantIdentifier((Object) database.name())
                .autoClose(true)
                .openSession();
        session.doWork(connection -> {});
        transactions.putResource(UNDER_WAY, new Open(database, session));
        return session;
    }

    /** Builds what the first request would have to wait for. */
    public void prepare() {
        dataSources.all().stream().map(DatabaseName::shape).distinct().forEach(this::factory);
    }

    private SessionFactory factory(Shape shape) {
        building.lock();
        try {
            return factories.computeIfAbsent(
                    shape,
                    missing -> SessionFactories.build(
                            missing,
                            dataSources,
                            configuration.find("mangrove.dialect").orElse("mariadb")));
        } finally {
            building.unlock();
        }
    }
}
