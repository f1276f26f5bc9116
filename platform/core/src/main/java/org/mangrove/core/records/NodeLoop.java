package org.mangrove.core.records;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.threads.BackgroundThreads;

/** Tells the other nodes of each cell what this one has stored, and listens to them. */
@ApplicationScoped
public class NodeLoop {

    private static final Logger LOG = System.getLogger(NodeLoop.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    CellNodes nodes;

    @Inject
    NodeBook book;

    @Inject
    SilentNodes silent;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    @Inject
    BackgroundThreads threads;

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Returns when all nodes of this node's cells know of it: at once, if there are none. It can store from then on. */
    public void start() {
        Instant from =
                cells.all().stream().map(this::join).max(Instant::compareTo).orElse(Instant.EPOCH);
        if (begun.compareAndSet(false, true)) {
            cells.all().forEach(cell -> threads.begin("mangrove-nodes-" + cell, () -> run(cell)));
        }
        await(from);
    }

    private void await(Instant from) {
        try {
            Duration left = Duration.between(clock.instant(), from);
            if (left.isPositive() && threads.isStoppedWithin(left)) {
                throw new IllegalStateException("Stopped while it was waiting for the other nodes");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void run(String cell) throws InterruptedException {
        boolean failedBefore = false;
        while (!threads.isStoppedWithin(PAUSE)) {
            try {
                step(cell);
                failedBefore = false;
            } catch (RuntimeException | OutOfMemoryError failed) {
                LOG.log(
                        failedBefore ? Level.DEBUG : Level.WARNING,
                        "The other nodes of cell " + cell + " cannot be told what this one has stored; tried again",
                        failed);
                failedBefore = true;
            }
        }
    }

    private void step(String cell) {
        Optional<UUID> node = nodes.findThisNode(cell);
        if (node.isEmpty()) {
            join(cell);
            return;
        }
        Instant now = clock.instant();
        if (!book.tell(cell, node.get(), nodes.storedBefore())) {
            LOG.log(Level.WARNING, "Cell " + cell + " has taken this node for gone: what it was storing is refused");
            nodes.left(cell);
            join(cell);
            return;
        }
        List<Told> others = book.others(cell, node.get());
        nodes.told(cell, now, others);
        silent.look(cell, others);
    }

    private Instant join(String cell) {
        Optional<UUID> before = nodes.findThisNode(cell);
        if (before.isPresent()) {
            return Instant.EPOCH;
        }
        UUID node = UUID.randomUUID();
        Instant now = clock.instant();
        book.join(cell, node, nodes.storedBefore());
        return nodes.joined(cell, node, now, book.others(cell, node));
    }

    /** What was not committed by then is not: nobody needs to wait for this node. */
    @PreDestroy
    void stop() {
        threads.stop();
        for (String cell : cells.all()) {
            nodes.findThisNode(cell).ifPresent(node -> leave(cell, node));
        }
    }

    private void leave(String cell, UUID node) {
        nodes.left(cell);
        if (!nodes.isIdle()) {
            return;
        }
        try {
            book.leave(cell, node);
        } catch (RuntimeException late) {
            LOG.log(Level.DEBUG, "The others find out by themselves that this node has left cell " + cell, late);
        }
    }
}
