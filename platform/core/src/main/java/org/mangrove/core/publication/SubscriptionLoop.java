package org.mangrove.core.publication;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.tenancy.Cells;

/** Asks the core again and again, for each cell of this node, on a thread of its own. */
@ApplicationScoped
public class SubscriptionLoop {

    private static final Logger LOG = System.getLogger(SubscriptionLoop.class.getName());
    private static final long EVERY_MILLIS = 2_000;

    @Inject
    Subscription subscription;

    @Inject
    Cells cells;

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> running = new CopyOnWriteArrayList<>();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    /** Reads how far each cell had come; may be tried again if it fails. To be done once before {@link #start}. */
    public void recall() {
        cells.all().forEach(subscription::recall);
    }

    public void start() {
        for (String cell : cells.all()) {
            var thread = threads.newThread(() -> run(cell));
            thread.setName("mangrove-feed-" + cell);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
    }

    /** Whether a cell has caught up with the core since this node was started. */
    public boolean hasReachedCore(String cell) {
        return reached.contains(cell);
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return running.stream().allMatch(Thread::isAlive);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        running.forEach(Thread::interrupt);
    }

    private void run(String cell) {
        try {
            do {
                step(cell);
            } while (!stopped.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(String cell) throws InterruptedException {
        try {
            if (subscription.catchUp(cell)) {
                reached.add(cell);
            }
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.log(Level.ERROR, "The feed could not be applied to cell " + cell + "; tried again", failed);
        }
    }
}
