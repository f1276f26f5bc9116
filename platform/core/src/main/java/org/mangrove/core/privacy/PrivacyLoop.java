package org.mangrove.core.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.privacy.store.WorkRows.Work;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/**
 * Does what people have asked for, and what is due by the day: a thread for each cell, of which one node's works at a time. At its
 * start it erases again whom a restored backup has brought back.
 */
@ApplicationScoped
public class PrivacyLoop {

    private static final Logger LOG = System.getLogger(PrivacyLoop.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20;
    private static final int TRIES = 5;

    @Inject
    PrivacyTurns turns;

    @Inject
    Exporting exporting;

    @Inject
    Erasing erasing;

    @Inject
    ErasureStep erasureStep;

    @Inject
    ExportStep exportStep;

    @Inject
    ExportFiles files;

    @Inject
    Retention retention;

    @Inject
    Replays replays;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> running = new ArrayList<>();
    private final Map<TenantId, LocalDate> looked = new ConcurrentHashMap<>();

    /** What is not to be tried again before a moment. */
    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

    public void start() {
        for (String cell : cells.all()) {
            var thread = threads.newThread(() -> run(cell));
            thread.setName("mangrove-privacy-" + cell);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        running.forEach(Thread::interrupt);
    }

    private void run(String cell) {
        boolean replayed = false;
        try {
            while (stopped.getCount() > 0) {
                boolean more = false;
                try {
                    if (!replayed) {
                        replays.replay(cell);
                        replayed = true;
                    }
                    more = turns.take(cell) && step(cell);
                } catch (RuntimeException | OutOfMemoryError failed) {
                    LOG.log(Level.WARNING, "What people of cell " + cell + " asked for has to wait", failed);
                }
                if (!more && stopped.await(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether something was done */
    private boolean step(String cell) {
        tenants.all().stream().filter(tenant -> tenant.cell().equals(cell)).forEach(this::beginDay);
        boolean done = false;
        for (Work work : turns.requests(cell, AT_ONCE)) {
            done |= isTaken(cell, work, tenant -> request(tenant, work.id()));
        }
        for (Work work : turns.expired(cell, AT_ONCE)) {
            done |= isTaken(cell, work, tenant -> expire(tenant, work.id()));
        }
        for (Work work : turns.runs(cell, AT_ONCE)) {
            done |= isTaken(cell, work, tenant -> remove(tenant, work.id()));
        }
        return done;
    }

    private interface Doing {
        /** @return whether it is done */
        boolean in(TenantProfile tenant);
    }

    private boolean isTaken(String cell, Work work, Doing doing) {
        Optional<TenantProfile> tenant = tenants.find(work.tenant());
        boolean rests = resting.getOrDefault(work.id(), Instant.MIN).isAfter(clock.instant());
        if (tenant.isEmpty() || rests || !turns.take(cell)) {
            return false;
        }
        try {
            boolean done = doing.in(tenant.get());
            if (!done) {
                resting.put(work.id(), clock.instant().plus(AFTER_FAILURE));
            }
            return done;
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.ERROR,
                    "Work " + work.id() + " of tenant " + work.tenant().number() + " failed",
                    failed);
            resting.put(work.id(), clock.instant().plus(AFTER_FAILURE));
            erasureStep.failed(work.tenant(), work.id(), TRIES);
            return false;
        }
    }

    private boolean request(TenantProfile tenant, UUID id) {
        boolean isErasure = erasureStep
                .find(tenant.tenant().id(), id)
                .filter(Request::isErasure)
                .isPresent();
        if (isErasure) {
            return erasing.run(tenant, id);
        }
        exporting.run(tenant, id);
        return true;
    }

    private boolean remove(TenantProfile tenant, UUID run) {
        while (retention.step(tenant, run)) {
            turns.take(tenant.cell());
        }
        return true;
    }

    /** Once a day, and when the node starts. */
    private void beginDay(TenantProfile tenant) {
        TenantId id = tenant.tenant().id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        if (today.equals(looked.get(id))) {
            return;
        }
        retention.beginDay(tenant);
        erasureStep.goOn(id, today, AT_ONCE);
        looked.put(id, today);
    }

    /** It loses its key, and then its file. */
    private boolean expire(TenantProfile tenant, UUID export) {
        exportStep.expire(tenant.tenant().id(), export);
        files.remove(tenant, export);
        return true;
    }
}
