package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.events.store.DeadLetterRows;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.sdk.TenantId;

/** Numbers a cell's outbox after commit and hands it to the readers. One step at a time; {@link RelayLoop} repeats it. */
@ApplicationScoped
public class Relay {

    /** So many get their numbers in one transaction. */
    static final int MOST_NUMBERED = 2000;

    /** So many characters of events go into one transaction of a reader, however few events that are. */
    private static final int MOST_TEXT = 800_000;

    @Inject
    OutboxRows outbox;

    @Inject
    DeadLetterRows letters;

    @Inject
    @Any
    Instance<EventReader> readers;

    @Inject
    Clock clock;

    /** @return how many events were numbered */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int number(String cell) {
        return outbox.number(cell, MOST_NUMBERED);
    }

    /** @param areMore whether there was, or may have been, more than was read at once */
    public record Delivered(int events, boolean areMore) {}

    /**
     * Hands a reader what it has not read yet, at most so many events.
     *
     * @return what it has read, whether it wanted it or not
     * @throws ReaderFailed if it is the reader that fails, and not the outbox
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Delivered deliver(String cell, EventReader reader, int most) {
        long position = outbox.position(cell, reader.name());
        List<OutboxRows.Delivery> there = outbox.after(cell, position, most);
        List<OutboxRows.Delivery> deliveries = notTooMuch(there);
        if (deliveries.isEmpty()) {
            return new Delivered(0, false);
        }
        var byTenant = new TreeMap<TenantId, List<StoredEvent>>(Comparator.comparing(TenantId::number));
        for (OutboxRows.Delivery delivery : deliveries) {
            if (reader.wants(delivery.event())) {
                byTenant.computeIfAbsent(delivery.tenant(), first -> new ArrayList<>())
                        .add(delivery.event());
            }
        }
        read(reader, byTenant);
        outbox.moveTo(cell, reader.name(), deliveries.getLast().event().number());
        return new Delivered(deliveries.size(), there.size() == most || deliveries.size() < there.size());
    }

    private static void read(EventReader reader, Map<TenantId, List<StoredEvent>> byTenant) {
        try {
            reader.readTogether(byTenant);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            throw new ReaderFailed(failed);
        }
    }

    private static List<OutboxRows.Delivery> notTooMuch(List<OutboxRows.Delivery> deliveries) {
        int text = 0;
        for (int i = 0; i < deliveries.size(); i++) {
            text += deliveries.get(i).event().payload().length();
            if (text > MOST_TEXT && i > 0) {
                return deliveries.subList(0, i);
            }
        }
        return deliveries;
    }

    /** Sets a reader's next event aside and goes on behind it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void setNextAside(String cell, EventReader reader, Throwable failure) {
        for (OutboxRows.Delivery delivery : outbox.after(cell, outbox.position(cell, reader.name()), 1)) {
            letters.add(
                    delivery.tenant(),
                    delivery.event().id(),
                    reader.name(),
                    Cause.of(failure),
                    Cause.traceOf(failure),
                    clock.instant());
            outbox.moveTo(cell, reader.name(), delivery.event().number());
        }
    }

    /** What has happened in a cell and waits to be numbered or read. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Backlog backlog(String cell) {
        return outbox.backlog(cell, names(), clock.instant());
    }

    /** Removes some of what is old and has been read; see {@link OutboxRows#tidy}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public OutboxRows.Tidied tidy(String cell, long from, Instant before) {
        return outbox.tidy(cell, names(), from, before);
    }

    List<EventReader> readers() {
        return readers.stream().toList();
    }

    private List<String> names() {
        return readers.stream().map(EventReader::name).toList();
    }
}
