package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.threads.BackgroundThreads;

/** Asks the core again and again, for each cell of this node, on a thread of its own. */
@ApplicationScoped
public class SubscriptionLoop {

    private static final Logger LOG = System.getLogger(SubscriptionLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Subscription subscription;

    @Inject
    Cells cells;

    @Inject
    BackgroundThreads threads;

    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    /** Reads how far each cell had come; may be tried again if it fails. To be done once before {@link #start}. */
    public void recall() {
        cells.all().forEach(subscription::recall);
    }

    public void start() {
        for (String cell : cells.all()) {
            threads.repeat("mangrove-feed-" + cell, PAUSE, () -> step(cell));
        }
    }

    /** Whether a cell has caught up with the core since this node was started. */
    public boolean hasReachedCore(String cell) {
        return reached.contains(cell);
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
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
