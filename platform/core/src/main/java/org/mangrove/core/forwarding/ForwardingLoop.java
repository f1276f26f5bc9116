package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.mangrove.core.forwarding.store.StandingRows.Due;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;

/**
 * Looks in each cell for forwarders and wishes to be forgotten that are due, and has somebody deal with each. A tenant whose
 * stores elsewhere hang has a few threads at most: those of others go on.
 */
@ApplicationScoped
public class ForwardingLoop {

    private static final Logger LOG = System.getLogger(ForwardingLoop.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_AT_WORK = 48;
    private static final int MOST_OF_A_TENANT = 4;
    private static final int MOST_DUE = 500;

    /** Of this start of this node: what an earlier one held is free when its time is over. */
    private final UUID node = UUID.randomUUID();

    @Inject
    Delivery delivery;

    @Inject
    ForwardingQueue queue;

    @Inject
    ErasureSending erasures;

    @Inject
    Cells cells;

    @Inject
    BackgroundThreads threads;

    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();
    private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_AT_WORK);

    private interface Turn {
        void take(Due due);
    }

    public void start() {
        for (String cell : cells.all()) {
            threads.repeat("mangrove-forwarding-" + cell, PAUSE, () -> look(cell));
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void look(String cell) {
        try {
            queue.due(cell, MOST_DUE).forEach(due -> begin(due, this::send));
            erasures.due(cell, MOST_DUE).forEach(due -> begin(due, this::ask));
        } catch (RuntimeException | OutOfMemoryError unreachable) {
            LOG.log(Level.WARNING, "What cell " + cell + " forwards could not be looked up; tried again", unreachable);
        }
    }

    private void send(Due due) {
        delivery.turn(due.tenant(), due.id(), node);
    }

    private void ask(Due due) {
        erasures.send(due.tenant(), due.id());
    }

    private void begin(Due due, Turn turn) {
        Semaphore share = shares.computeIfAbsent(due.tenant(), first -> new Semaphore(MOST_OF_A_TENANT));
        if (!atWork.add(due.id())) {
            return;
        }
        if (!share.tryAcquire()) {
            atWork.remove(due.id());
            return;
        }
        if (!places.tryAcquire()) {
            share.release();
            atWork.remove(due.id());
            return;
        }
        threads.once("mangrove-forwarder-" + due.id(), () -> work(due, turn, share));
    }

    private void work(Due due, Turn turn, Semaphore share) {
        try {
            turn.take(due);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
            if (!threads.areStopped()) {
                LOG.log(
                        Level.ERROR,
                        "Forwarding " + due.id() + " of tenant " + due.tenant().number() + " failed; tried again",
                        failed);
            }
        } finally {
            atWork.remove(due.id());
            places.release();
            share.release();
        }
    }
}
