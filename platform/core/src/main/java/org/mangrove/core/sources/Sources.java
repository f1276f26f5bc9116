package org.mangrove.core.sources;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;

/**
 * Knows how the systems are doing that send and read statements. Counting costs a request nothing but memory; a thread writes
 * it down each minute. A node that is killed loses what it counted since; one that is stopped writes it down first.
 */
@ApplicationScoped
public class Sources {

    private static final Logger LOG = System.getLogger(Sources.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    SourceBook book;

    @Inject
    Clock clock;

    @Inject
    BackgroundThreads threads;

    private final Map<TenantId, Map<UUID, SourceTally>> tallies = new ConcurrentHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    public void answered(TenantId tenant, UUID source, int status) {
        tally(tenant, source).answered(status, clock.instant());
    }

    public void turnedAway(TenantId tenant, UUID source) {
        tally(tenant, source).turnedAway();
    }

    /** @param happened what the newest statement says of when it happened */
    public void stored(TenantId tenant, UUID source, int statements, Optional<Instant> happened) {
        tally(tenant, source).stored(statements, happened, clock.instant());
    }

    /** By their credentials; those that never came are not among them. */
    public Map<UUID, Source> all(TenantId tenant) {
        writeDown(tenant);
        return book.all(tenant);
    }

    @PreDestroy
    void stop() {
        tallies.keySet().forEach(this::writeDown);
    }

    private SourceTally tally(TenantId tenant, UUID source) {
        return tallies.computeIfAbsent(tenant, this::begin).computeIfAbsent(source, first -> new SourceTally());
    }

    private Map<UUID, SourceTally> begin(TenantId tenant) {
        if (begun.compareAndSet(false, true)) {
            threads.begin("mangrove-sources", this::run);
        }
        return new ConcurrentHashMap<>();
    }

    private void run() throws InterruptedException {
        while (!threads.areStopped()) {
            writeDownOneByOne();
        }
    }

    /** Over the whole minute: a thousand tenants at once would be in the way of those who store. */
    private void writeDownOneByOne() throws InterruptedException {
        List<TenantId> tenants = List.copyOf(tallies.keySet());
        for (TenantId tenant : tenants) {
            Thread.sleep(PAUSE.dividedBy(tenants.size()));
            writeDown(tenant);
        }
        if (tenants.isEmpty()) {
            Thread.sleep(PAUSE);
        }
    }

    private void writeDown(TenantId tenant) {
        var counted = new HashMap<UUID, SourceTally.Taken>();
        tallies.getOrDefault(tenant, Map.of()).forEach((source, tally) -> {
            SourceTally.Taken taken = tally.take();
            if (!taken.isNothing()) {
                counted.put(source, taken);
            }
        });
        if (counted.isEmpty()) {
            return;
        }
        try {
            book.add(tenant, counted);
        } catch (RuntimeException unreachable) {
            LOG.log(
                    Level.WARNING,
                    "What the sources of tenant " + tenant + " did in the last minute could not be written down",
                    unreachable);
        }
    }
}
