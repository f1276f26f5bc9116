package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

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
    private static final int MOST_STATEMENTS_AT_ONCE = 1000;
    private static final CommitQueue.Limits GROUP = new CommitQueue.Limits(128, MOST_STATEMENTS_AT_ONCE, 4 << 20);
    /** One that says less than this cannot be a statement; by it is guessed how many there are before they are read. */
    private static final int SHORTEST_STATEMENT = 150;

    private static final int SECONDS_OF_PATIENCE = 60;

    /** When so many in a row cannot be stored, it is not because of what they are. */
    private static final int FAILURES_OF_A_DATABASE = 2;

    @Inject
    StatementWriting writing;

    @Inject
    Cells cells;

    @Inject
    BackgroundThreads threads;

    private final Map<String, CommitQueue<Request>> queues = new ConcurrentHashMap<>();

    /** Reads what one request wants to have stored. */
    interface Reading {

        /** @throws Refusal if it cannot be stored, whoever else is there */
        List<NewStatement> statements();
    }

    /** What one request wants to have stored, all of it or nothing. */
    private record Request(Reading reading, CompletableFuture<Void> done) {}

    /** What it is, now that it has been read. */
    private record Ready(List<NewStatement> statements, CompletableFuture<Void> done) {}

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
        int bytes = statements.stream().mapToInt(NewStatement::length).sum();
        store(statements.getFirst().tenant(), () -> statements, statements.size(), bytes);
    }

    /**
     * The same of statements that have yet to be read. Who writes reads them, too: one after the other in the same thread is
     * several times faster than each in its own.
     *
     * @param bytes how long they are, a few thousand at most: everybody waits while they are read
     */
    void store(TenantId tenant, Reading reading, int bytes) {
        store(tenant, reading, 1 + bytes / SHORTEST_STATEMENT, bytes);
    }

    private void store(TenantId tenant, Reading reading, int statements, int bytes) {
        var request = new Request(reading, new CompletableFuture<>());
        if (!queues.computeIfAbsent(cells.cellOf(tenant), this::begin).offer(request, statements, bytes)) {
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

    private CommitQueue<Request> begin(String cell) {
        var queue = new CommitQueue<Request>(MOST_WAITING, GROUP);
        for (int number = 1; number <= THREADS; number++) {
            threads.begin("mangrove-statements-" + cell + "-" + number, () -> write(queue));
        }
        return queue;
    }

    private void write(CommitQueue<Request> queue) throws InterruptedException {
        while (!threads.areStopped()) {
            List<Request> group = queue.take();
            try {
                write(group);
            } finally {
                queue.written(group);
            }
        }
    }

    private void write(List<Request> group) {
        List<Ready> ready = group.stream().flatMap(StatementWriters::read).toList();
        if (ready.isEmpty()) {
            return;
        }
        try {
            writing.storeNew(ready.stream()
                    .flatMap(request -> request.statements().stream())
                    .toList());
            ready.forEach(request -> request.done().complete(null));
        } catch (RuntimeException | OutOfMemoryError together) {
            LOG.log(Level.DEBUG, "Requests that came at the same time are stored one by one", together);
            writeOneByOne(ready);
        }
    }

    /** Nothing is left to do for a request that asks for nothing, or for what cannot be. */
    private static Stream<Ready> read(Request request) {
        try {
            List<NewStatement> statements = request.reading().statements();
            if (statements.isEmpty()) {
                request.done().complete(null);
                return Stream.empty();
            }
            return Stream.of(new Ready(statements, request.done()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            request.done().completeExceptionally(failed);
            return Stream.empty();
        }
    }

    /** One of those that came at the same time cannot be stored, and the others shall not suffer for it. */
    private void writeOneByOne(List<Ready> group) {
        int failuresInARow = 0;
        for (Ready request : group) {
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
}
