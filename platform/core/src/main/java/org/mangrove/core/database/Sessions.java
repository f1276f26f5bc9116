package org.mangrove.core.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * The session of a database in the transaction under way, or while something is only read.
 *
 * <p>There is one session in a transaction, and one database: nothing that we do spans two. The physical connection is taken
 * as soon as the session is opened, because the container enlists only what is taken before the commit begins (measured: a
 * connection first taken by the flush at commit writes with autocommit).
 */
@ApplicationScoped
public class Sessions {

    private static final Object UNDER_WAY = Sessions.class;
    private static final ScopedValue<Reading> READING = ScopedValue.newInstance();

    @Inject
    DataSources dataSources;

    @Inject
    Configuration configuration;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private final Map<Shape, SessionFactory> factories = new EnumMap<>(Shape.class);
    private final ReentrantLock building = new ReentrantLock();

    private record Open(DatabaseName database, Session session) {}

    /** What is read without a transaction: its session lasts until all of it is read. */
    private static final class Reading {

        private Optional<Open> open = Optional.empty();
    }

    /**
     * Work that only asks. Each question sees what is committed when it is put, as in a transaction of ours; but none has to be
     * begun and ended, which takes the database three answers more. Whatever would change something is refused.
     */
    public <T> T reading(Supplier<T> work) {
        if (transactions.getTransactionKey() != null || READING.isBound()) {
            return work.get();
        }
        var reading = new Reading();
        try {
            T read = ScopedValue.where(READING, reading).call(work::get);
            if (reading.open.filter(open -> open.session().isDirty()).isPresent()) {
                throw new IllegalStateException("A row was changed by what only reads, and is not written");
            }
            return read;
        } finally {
            reading.open.ifPresent(open -> open.session().close());
        }
    }

    /**
     * @throws IllegalStateException outside a transaction and while nothing is only read, or if either has begun in another
     *     database
     */
    public Session of(DatabaseName database) {
        if (transactions.getTransactionKey() == null) {
            return ofReading(database);
        }
        if (transactions.getResource(UNDER_WAY) instanceof Open open) {
            return in(open, database);
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

    private Session ofReading(DatabaseName database) {
        if (!READING.isBound()) {
            throw new IllegalStateException("Rows of " + database + " are reached within a transaction only");
        }
        Reading reading = READING.get();
        if (reading.open.isPresent()) {
            return in(reading.open.get(), database);
        }
        var session = factory(database.shape())
                .withOptions()
                .tenantIdentifier((Object) (SessionFactories.ASKING + database.name()))
                .flushMode(FlushMode.MANUAL)
                .openSession();
        reading.open = Optional.of(new Open(database, session));
        return session;
    }

    private static Session in(Open open, DatabaseName database) {
        if (!open.database().equals(database)) {
            throw new IllegalStateException("What has begun in " + open.database() + " cannot reach into " + database);
        }
        return open.session();
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
