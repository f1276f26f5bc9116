package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.mangrove.core.events.store.OutboxRows;

/** Numbers a cell's outbox after commit and hands it to the readers. One step at a time; {@link RelayLoop} repeats it. */
@ApplicationScoped
public class Relay {

    @Inject
    OutboxRows outbox;

    @Inject
    @Any
    Instance<EventReader> readers;

    @Inject
    Clock clock;

    /** @return how many events were numbered */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int number(String cell) {
        return outbox.number(cell);
    }

    /**
     * Hands a reader what it has not read yet, at most one batch.
     *
     * @return whether there may be more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean deliver(String cell, EventReader reader) {
        long position = outbox.position(cell, reader.name());
        var deliveries = outbox.after(cell, position);
        for (OutboxRows.Delivery delivery : deliveries) {
            if (wants(reader, delivery.event())) {
                reader.read(delivery.tenant(), delivery.event());
            }
        }
        if (!deliveries.isEmpty()) {
            outbox.moveTo(cell, reader.name(), deliveries.getLast().event().number());
        }
        return !deliveries.isEmpty();
    }

    /** Hands a reader its next event alone, or sets it aside if it has failed before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void deliverOne(String cell, EventReader reader) {
        outbox.after(cell, outbox.position(cell, reader.name())).stream()
                .findFirst()
                .ifPresent(delivery -> {
                    if (wants(reader, delivery.event())) {
                        reader.read(delivery.tenant(), delivery.event());
                    }
                    outbox.moveTo(cell, reader.name(), delivery.event().number());
                });
    }

    /** Sets a reader's next event aside and goes on behind it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void setNextAside(String cell, EventReader reader, String problem) {
        outbox.after(cell, outbox.position(cell, reader.name())).stream()
                .findFirst()
                .ifPresent(delivery -> {
                    outbox.setAside(delivery.tenant(), delivery.event().id(), reader.name(), problem, clock.instant());
                    outbox.moveTo(cell, reader.name(), delivery.event().number());
                });
    }

    /** What has happened in a cell and waits to be numbered or read. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Backlog backlog(String cell) {
        return outbox.backlog(cell, readers.stream().map(EventReader::name).toList(), clock.instant());
    }

    Instance<EventReader> readers() {
        return readers;
    }

    private static boolean wants(EventReader reader, StoredEvent event) {
        return reader.events().stream().anyMatch(event::is);
    }
}
