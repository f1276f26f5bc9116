package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.events.DomainEvent;
import org.mangrove.core.events.EventReader;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.forwarding.store.PortionRows;
import org.mangrove.core.forwarding.store.StandingRows;
import org.mangrove.core.records.StatementsStored;
import org.mangrove.sdk.TenantId;

/**
 * Puts what was stored into the queue of each forwarder of the tenant, in the order of the events. It speaks with nobody: a store
 * elsewhere that is slow, or away, holds up neither this reader nor another forwarder.
 */
@ApplicationScoped
public class ForwardingReader implements EventReader {

    private static final int MOST_TOGETHER = 1000;

    @Inject
    PortionRows portions;

    @Inject
    StandingRows standings;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forwarding";
    }

    @Override
    public Set<Class<? extends DomainEvent>> events() {
        return Set.of(StatementsStored.class);
    }

    /** As many as come while it gathers. */
    @Override
    public int mostAtOnce() {
        return 10_000;
    }

    /** Whether anybody waits is asked once for all that came together: the more that is, the less it costs. */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(500);
    }

    @Override
    public void read(TenantId tenant, StoredEvent event) {
        readAll(tenant, List.of(event));
    }

    @Override
    public void readAll(TenantId tenant, List<StoredEvent> events) {
        readTogether(Map.of(tenant, events));
    }

    @Override
    public void readTogether(Map<TenantId, List<StoredEvent>> events) {
        portions.whoWait(List.copyOf(events.keySet())).forEach((tenant, forwarders) -> {
            for (UUID forwarder : forwarders) {
                standings.wake(tenant, forwarder, clock.instant());
            }
            add(tenant, forwarders, events.getOrDefault(tenant, List.of()));
        });
    }

    private void add(TenantId tenant, List<UUID> forwarders, List<StoredEvent> events) {
        var together = new ArrayList<UUID>();
        long number = 0;
        for (StoredEvent event : events) {
            List<UUID> more = event.as(StatementsStored.class).positions();
            if (!together.isEmpty() && together.size() + more.size() > MOST_TOGETHER) {
                addOne(tenant, forwarders, number, together);
                together.clear();
            }
            number = together.isEmpty() ? event.number() : number;
            together.addAll(more);
        }
        addOne(tenant, forwarders, number, together);
    }

    private void addOne(TenantId tenant, List<UUID> forwarders, long number, List<UUID> positions) {
        forwarders.forEach(forwarder -> portions.add(tenant, forwarder, number, positions));
    }
}
