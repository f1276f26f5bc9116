package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.events.Replays.Progress;
import org.mangrove.core.events.Replays.Replayed;
import org.mangrove.core.events.Replays.Standing;
import org.mangrove.core.events.store.DeadLetterRows;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Sends a reader back, or lets it make anew what it keeps of one tenant, while nothing is delivered to it. */
@ApplicationScoped
class Rereading {

    @Inject
    OutboxRows outbox;

    @Inject
    DeadLetterRows letters;

    @Inject
    @Any
    Instance<EventReader> readers;

    @Inject
    Cells cells;

    /** @return how far the reader has read events */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    long rebuild(TenantId tenant, RebuildingReader reader) {
        String cell = cells.cellOf(tenant);
        return cells.inSnapshot(cell, () -> {
            long position = outbox.position(cell, reader.name());
            var types = reader.events().stream().map(Class::getSimpleName).toList();
            reader.rebuild(tenant, outbox.toCome(tenant, reader.name(), types));
            letters.removeAll(tenant, reader.name());
            return position;
        });
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Progress progress(String cell) {
        Map<String, Standing> standings = new TreeMap<>();
        for (EventReader reader : readers) {
            standings.put(
                    reader.name(),
                    new Standing(
                            reader.name(),
                            outbox.lookAtPosition(cell, reader.name()),
                            reader instanceof RebuildingReader));
        }
        return new Progress(cell, outbox.first(cell), outbox.lastNumber(cell), List.copyOf(standings.values()));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Replayed moveBack(String cell, String reader, String from) {
        long position = outbox.position(cell, reader);
        long wanted = number(cell, from);
        long reads = Math.clamp(wanted, outbox.first(cell), outbox.lastNumber(cell) + 1);
        if (reads - 1 < position) {
            outbox.moveTo(cell, reader, reads - 1);
        }
        return new Replayed(cell, reader, Math.min(reads, position + 1), 0);
    }

    private long number(String cell, String from) {
        try {
            return from.matches("\\d{1,18}") ? Long.parseLong(from) : outbox.firstSince(cell, Instant.parse(from));
        } catch (DateTimeException neither) {
            throw new Invalid("from", Message.of("events.replay.no-point"));
        }
    }
}
