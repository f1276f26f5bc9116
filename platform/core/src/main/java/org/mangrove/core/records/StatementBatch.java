package org.mangrove.core.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/**
 * Statements of one request, of which all are stored or none. Each is kept as the bytes that will be written, so that many
 * of them fit into memory.
 *
 * <p>For one thread at a time. Whoever begins one closes it: until then readers in the order of storing wait for it.
 */
public final class StatementBatch implements AutoCloseable {

    private final Statements statements;
    private final XapiCaller caller;
    private final XapiVersion version;
    private final Object storing;
    private final List<NewStatement> taken = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private Optional<Instant> happened = Optional.empty();

    StatementBatch(Statements statements, XapiCaller caller, XapiVersion version, Object storing) {
        this.statements = statements;
        this.caller = caller;
        this.version = version;
        this.storing = storing;
    }

    /**
     * @param id what it is called, whatever it says itself
     * @param attachments that came with it and lie in the object store
     * @throws Invalid if another one in this batch has its id
     */
    public void add(UUID id, XapiStatement statement, List<Attachment> attachments) {
        NewStatement coming = statements.intake.take(caller, id, statement, version, attachments);
        if (!ids.add(coming.id())) {
            throw new Invalid(
                    "$[%d].id".formatted(taken.size()),
                    Message.of("records.statement.id-twice")
                            .with("id", coming.id().toString()));
        }
        taken.add(coming);
        happened =
                Stream.concat(happened.stream(), statement.timestamp().stream()).max(Comparator.naturalOrder());
    }

    /**
     * Returns when all have been committed.
     *
     * @return their ids, in the order in which they were added
     * @throws Conflict if an id is another statement's
     */
    public List<UUID> store() {
        if (!taken.isEmpty()) {
            statements.writers.store(taken);
        }
        count();
        return ids();
    }

    /** Adds to this batch what has been sent. */
    public interface Reading {
        void read() throws IOException;
    }

    /**
     * As {@link #store()}, for what has yet to be read, and is short: in the thread that writes, where all that comes is read one
     * after the other.
     *
     * @param bytes how long it is
     */
    public List<UUID> store(Reading reading, int bytes) {
        statements.writers.store(
                caller.tenant().tenant().id(),
                () -> {
                    read(reading);
                    return List.copyOf(taken);
                },
                bytes);
        count();
        return ids();
    }

    private static void read(Reading reading) {
        try {
            reading.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void count() {
        if (!taken.isEmpty()) {
            statements.sources.stored(caller.tenant().tenant().id(), caller.source(), taken.size(), happened);
        }
    }

    private List<UUID> ids() {
        return taken.stream().map(NewStatement::id).toList();
    }

    @Override
    public void close() {
        statements.unfinished.end(storing);
    }
}
