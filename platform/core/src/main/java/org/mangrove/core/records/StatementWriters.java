package org.mangrove.core.records;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.Message;

/**
 * Stores what requests bring, with a commit that those share which come at the same time: the disk is waited for once for
 * all of them. Whoever asked waits until the commit is there.
 *
 * <p>Two threads write for each cell. One leaves the disk idle while it gathers, three and more wait for each other
 * (decision 14 has the figures).
 */
@ApplicationScoped
class StatementWriters {

    private static final Logger LOG = System.getLogger(StatementWriters.class.getName());
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 512;
    private static final int MOST_REQUESTS_AT_ONCE = 128;
    private static final int MOST_STATEMENTS_AT_ONCE = 1000;
    private static final int MOST_BYTES_AT_ONCE = 4 << 20;
    private static final int SECONDS_OF_PATIENCE = 60;

    /** When so many in a row cannot be stored, it is not because of what they are. */
    private static final int FAILURES_OF_A_DATABASE = 2;

    @Inject
    StatementWriting writing;

    @Inject
    Cells cells;

    @Resource
    ManagedThreadFactory threads;

    private final Map<String, BlockingQueue<Request>> queues = new ConcurrentHashMap<>();
    private final List<Thread> running = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    /** What one request wants to have stored, all of it or nothing. */
    private record Request(List<NewStatement> statements, CompletableFuture<Void> done) {

        int bytes() {
            return statements.stream()
                    .mapToInt(statement -> statement.json().length)
                    .sum();
        }
    }

    /**
     * Returns when the statements, all of one tenant, have been committed.
     *
     * @throws Refusal.Conflict if one of the ids is another statement's
     * @throws Unavailable if too much waits already, or the database does not answer
     */
    void store(List<NewStatement> statements) {
        if (statements.size() > MOST_STATEMENTS_AT_ONCE) {
            writing.storeAlone(statements);
            return;
        }
        var request = new Request(statements, new CompletableFuture<>());
        String cell = cells.cellOf(statements.getFirst().tenant());
        if (!queues.computeIfAbsent(cell, this::begin).offer(request)) {
            throw tooBusy();
        }
        await(request);
    }

    private static void await(Request request) {
        try {
            request.done().get(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw tooBusy();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw tooBusy();
        }
    }

    private static Unavailable tooBusy() {
        return new Unavailable(Message.of("records.statement.too-busy"));
    }

    private BlockingQueue<Request> begin(String cell) {
        var queue = new LinkedBlockingQueue<Request>(MOST_WAITING);
        for (int number = 1; number <= THREADS; number++) {
            Thread thread = threads.newThread(() -> write(queue));
            thread.setName("mangrove-statements-" + cell + "-" + number);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
        return queue;
    }

    private void write(BlockingQueue<Request> queue) {
        try {
            while (!stopped) {
                write(next(queue));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Request> next(BlockingQueue<Request> queue) throws InterruptedException {
        var group = new ArrayList<Request>();
        Request first = queue.take();
        group.add(first);
        int statements = first.statements().size();
        int bytes = first.bytes();
        while (group.size() < MOST_REQUESTS_AT_ONCE
                && statements < MOST_STATEMENTS_AT_ONCE
                && bytes < MOST_BYTES_AT_ONCE) {
            Request another = queue.poll();
            if (another == null) {
                break;
            }
            group.add(another);
            statements += another.statements().size();
            bytes += another.bytes();
        }
        return group;
    }

    private void write(List<Request> group) {
        try {
            writing.storeNew(group.stream()
                    .flatMap(request -> request.statements().stream())
                    .toList());
            group.forEach(request -> request.done().complete(null));
        } catch (RuntimeException | OutOfMemoryError together) {
            LOG.log(Level.DEBUG, "Requests that came at the same time are stored one by one", together);
            writeOneByOne(group);
        }
    }

    /** One of those that came at the same time cannot be stored, and the others shall not suffer for it. */
    private void writeOneByOne(List<Request> group) {
        int failuresInARow = 0;
        for (Request request : group) {
            if (failuresInARow >= FAILURES_OF_A_DATABASE) {
                request.done().completeExceptionally(tooBusy());
                continue;
            }
            try {
                writing.storeAlone(request.statements());
                request.done().complete(null);
                failuresInARow = 0;
            } catch (RuntimeException | OutOfMemoryError failed) {
                failuresInARow = isRefused(failed) ? 0 : failuresInARow + 1;
                request.done().completeExceptionally(failed);
            }
        }
    }

    private static boolean isRefused(Throwable failed) {
        return failed instanceof Refusal || failed.getCause() instanceof Refusal;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        running.forEach(Thread::interrupt);
    }
}
