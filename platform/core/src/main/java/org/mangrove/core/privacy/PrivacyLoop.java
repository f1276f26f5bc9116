package org.mangrove.core.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.privacy.store.WorkRows.Work;
import org.mangrove.core.records.ForsakenContents;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;
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

    /** Longer than any piece of work takes. */
    private static final Duration ENOUGH = Duration.ofSeconds(40);

    private static final int TRIES = 5;

    /**
     * What is due by the day has the day: after each piece it rests so many times as long as it worked. With a thousand tenants
     * it would hold up all who store, at each midnight and at each start.
     */
    private static final int RESTS = 9;

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
    ForsakenContents forsaken;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    @Inject
    BackgroundThreads threads;

    private final Map<TenantId, LocalDate> looked = new ConcurrentHashMap<>();

    /** Until when it is this node's turn in a cell. */
    private final Map<String, Instant> turn = new ConcurrentHashMap<>();

    /** What is not to be tried again before a moment. */
    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

    public void start() {
        for (String cell : cells.all()) {
            threads.begin("mangrove-privacy-" + cell, () -> run(cell));
        }
    }

    /** Whether this node has looked what is due for a tenant today: until then it may begin with it at any moment. */
    public boolean hasBegunDayOf(TenantId tenant) {
        return tenants.find(tenant)
                .filter(profile -> today(profile).equals(looked.get(tenant)))
                .isPresent();
    }

    @PreDestroy
    void stop() {
        threads.stop();
        for (String cell : turn.keySet()) {
            try {
                turns.release(cell);
            } catch (RuntimeException unreachable) {
                LOG.log(Level.DEBUG, "The turn in cell " + cell + " ends by itself", unreachable);
            }
        }
    }

    private void run(String cell) throws InterruptedException {
        boolean replayed = false;
        boolean more = true;
        while (!threads.isStoppedWithin(more ? Duration.ZERO : IDLE)) {
            more = false;
            try {
                if (!replayed) {
                    replays.replay(cell);
                    replayed = true;
                }
                more = isOurTurn(cell) && step(cell);
            } catch (RuntimeException | OutOfMemoryError failed) {
                LOG.log(Level.WARNING, "What people of cell " + cell + " asked for has to wait", failed);
            }
        }
    }

    /** Asks only when the turn is about to be over. */
    private boolean isOurTurn(String cell) {
        if (turn.getOrDefault(cell, Instant.MIN).isAfter(clock.instant().plus(ENOUGH))) {
            return true;
        }
        Optional<Instant> until = turns.take(cell);
        turn.put(cell, until.orElse(Instant.MIN));
        return until.isPresent();
    }

    /** @return whether something was done */
    private boolean step(String cell) {
        boolean done = areDaysBegun(cell);
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
        if (tenant.isEmpty() || rests || !isOurTurn(cell)) {
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
        boolean more = true;
        while (more) {
            long begun = System.nanoTime();
            more = retention.step(tenant, run);
            rest(System.nanoTime() - begun);
            more &= isOurTurn(tenant.cell());
        }
        return true;
    }

    private void rest(long worked) {
        try {
            threads.isStoppedWithin(Duration.ofNanos(RESTS * worked));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** For some of the tenants at a time: what people have asked for comes in between. */
    private boolean areDaysBegun(String cell) {
        List<TenantProfile> due = tenants.all().stream()
                .filter(tenant -> tenant.cell().equals(cell))
                .filter(tenant ->
                        !today(tenant).equals(looked.get(tenant.tenant().id())))
                .limit(AT_ONCE)
                .toList();
        for (TenantProfile tenant : due) {
            long begun = System.nanoTime();
            beginDay(tenant);
            rest(System.nanoTime() - begun);
        }
        return !due.isEmpty();
    }

    private LocalDate today(TenantProfile tenant) {
        return LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
    }

    /** Once a day, and when the node starts. */
    private void beginDay(TenantProfile tenant) {
        TenantId id = tenant.tenant().id();
        LocalDate today = today(tenant);
        retention.beginDay(tenant);
        erasureStep.goOn(id, today, AT_ONCE);
        forsaken.remove(id);
        looked.put(id, today);
    }

    /** It loses its key, and then its file. */
    private boolean expire(TenantProfile tenant, UUID export) {
        exportStep.expire(tenant.tenant().id(), export);
        files.remove(tenant, export);
        return true;
    }
}
