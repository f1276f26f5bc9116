package org.mangrove.core.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Work that sees a database as it was at one moment, however long it takes. What it writes and locks is of the present, as
 * always.
 */
@ApplicationScoped
public class Snapshots {

    /** A statement over all that a tenant has may take longer than others are waited for. */
    private static final int MILLIS_OF_PATIENCE = 30 * 60 * 1000;

    @Inject
    Sessions sessions;

    /** What connections are like otherwise. */
    private record Usual(int isolation, int patience) {}

    /** To be called first in a transaction. The moment is that of the first question without a lock. */
    public <T> T of(DatabaseName database, Supplier<T> work) {
        Session session = sessions.of(database);
        Usual usual = session.doReturningWork(connection -> {
            var before = new Usual(connection.getTransactionIsolation(), connection.getNetworkTimeout());
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setNetworkTimeout(Runnable::run, MILLIS_OF_PATIENCE);
            return before;
        });
        try {
            return work.get();
        } finally {
            session.doWork(connection -> {
                connection.setTransactionIsolation(usual.isolation());
                connection.setNetworkTimeout(Runnable::run, usual.patience());
            });
        }
    }
}
