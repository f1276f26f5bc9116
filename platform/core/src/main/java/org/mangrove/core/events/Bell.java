package org.mangrove.core.events;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/**
 * Wakes the relay of a cell when something was committed there, and its readers when something got a number, so that they need
 * not look all the time. What other nodes
 * commit rings no bell here: the relay looks by itself, too, only less often.
 */
@ApplicationScoped
class Bell {

    private static final Object HUNG = Bell.class;

    @Inject
    Cells cells;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private final Map<String, Semaphore> rings = new ConcurrentHashMap<>();

    /** Rings for the cell of {@code tenant} once the transaction under way is committed. */
    void ringAfterCommit(TenantId tenant) {
        if (transactions.getResource(HUNG) != null) {
            return;
        }
        transactions.putResource(HUNG, true);
        String cell = cells.cellOf(tenant);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    of(cell).release();
                }
            }
        });
    }

    /** @param where a cell, or a reader in it */
    void ring(String where) {
        of(where).release();
    }

    /** Returns when it has rung since the last time, or after {@code patience}. */
    void await(String where, Duration patience) throws InterruptedException {
        Semaphore rung = of(where);
        if (rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    private Semaphore of(String where) {
        return rings.computeIfAbsent(where, first -> new Semaphore(0));
    }
}
