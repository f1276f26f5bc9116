package org.mangrove.core.events;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mangrove.core.tenancy.Cells;

/** Keeps the relay of each cell going, on a thread of its own. */
@ApplicationScoped
public class RelayLoop {

    private static final Logger LOG = System.getLogger(RelayLoop.class.getName());
    /** How long what another node wrote may lie before this one looks. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private static final int TRIES_BEFORE_SETTING_ASIDE = 5;

    @Inject
    Relay relay;

    @Inject
    Backlogs backlogs;

    @Inject
    Cells cells;

    @Inject
    Bell bell;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopped;
    private final List<Thread> running = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    public void start() {
        for (String cell : cells.all()) {
            var thread = threads.newThread(() -> run(cell));
            thread.setName("mangrove-relay-" + cell);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return running.stream().allMatch(Thread::isAlive);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        running.forEach(Thread::interrupt);
    }

    private void run(String cell) {
        try {
            while (!stopped) {
                if (!step(cell)) {
                    bell.await(cell, IDLE);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step(String cell) {
        boolean more = false;
        try {
            more = relay.number(cell) > 0;
            backlogs.look(cell);
        } catch (RuntimeException | OutOfMemoryError unreachable) {
            LOG.log(Level.WARNING, "The outbox of cell " + cell + " could not be numbered; tried again", unreachable);
        }
        for (EventReader reader : relay.readers()) {
            more |= deliver(cell, reader);
        }
        return more;
    }

    private boolean deliver(String cell, EventReader reader) {
        var who = cell + "/" + reader.name();
        try {
            boolean more = failures.containsKey(who) ? deliverOne(cell, reader) : relay.deliver(cell, reader);
            failures.remove(who);
            return more;
        } catch (RuntimeException | OutOfMemoryError failed) {
            int times = failures.merge(who, 1, Integer::sum);
            LOG.log(Level.ERROR, "Reader " + who + " failed, for the " + times + ". time", failed);
            if (times > TRIES_BEFORE_SETTING_ASIDE) {
                relay.setNextAside(cell, reader, String.valueOf(failed));
                failures.remove(who);
            }
            return false;
        }
    }

    private boolean deliverOne(String cell, EventReader reader) {
        relay.deliverOne(cell, reader);
        return true;
    }
}
