package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.Tidings;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;

/**
 * Follows the changes of laws off anybody's request: gathers in the core what was decided about them, writes down in the cells who
 * has to learn something again, and tells the core in figures how far they are.
 */
@ApplicationScoped
public class LawLoop {

    private static final Logger LOG = System.getLogger(LawLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration TELLS_AT_LEAST_EVERY = Duration.ofHours(1);
    private static final Duration COUNTS_AT_MOST_EVERY = Duration.ofSeconds(20);

    /** Counting must not keep those waiting who learn. */
    private static final int RESTS = 19;

    @Inject
    LawEvidence evidence;

    @Inject
    Reassigning reassigning;

    @Inject
    MarketLaws laws;

    @Inject
    Tidings tidings;

    @Inject
    Tenants tenants;

    @Inject
    TenantRegister register;

    @Inject
    Cells cells;

    @Inject
    Configuration configuration;

    @Inject
    BackgroundThreads threads;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<TenantId, Told> told = new ConcurrentHashMap<>();

    /** @param next when to count again */
    private record Told(String figures, Instant at, Instant next) {}

    public void start() {
        if (configuration.servesCore()) {
            threads.repeat("mangrove-law-changes", PAUSE, this::gather);
        }
        for (String cell : cells.all()) {
            threads.repeat("mangrove-law-changes-" + cell, PAUSE, () -> follow(cell));
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void gather() {
        for (Enterprise enterprise : register.enterprises()) {
            try {
                for (UUID change : evidence.standing(enterprise.id())) {
                    boolean more = true;
                    while (more && !threads.areStopped()) {
                        more = evidence.gather(enterprise, change);
                    }
                }
            } catch (RuntimeException failed) {
                warn("What was decided about laws in " + enterprise.slug() + " was not gathered; tried again", failed);
            }
        }
    }

    private void follow(String cell) {
        for (TenantProfile tenant : tenants.all()) {
            if (tenant.cell().equals(cell) && !threads.areStopped()) {
                try {
                    reassigning.due(tenant).forEach(due -> assign(tenant, due));
                    tell(tenant);
                } catch (RuntimeException failed) {
                    warn(
                            "Tenant " + tenant.tenant().slug() + " could not follow a change of a law; tried again",
                            failed);
                }
            }
        }
    }

    private void assign(TenantProfile tenant, Reassigning.Due due) {
        Optional<UUID> last = Optional.empty();
        do {
            if (threads.areStopped()) {
                return;
            }
            last = reassigning.write(tenant, due, last).last();
        } while (last.isPresent());
        int people = reassigning.end(tenant, due);
        told.remove(tenant.tenant().id());
        LOG.log(
                Level.INFO,
                "In tenant {0} {1,number,#} people have to learn {2} again",
                tenant.tenant().slug(),
                people,
                due.course().course());
    }

    /** What headquarters has heard already it hears again only now and then, in case that a node ended before it was sent. */
    private void tell(TenantProfile tenant) {
        Instant now = clock.instant();
        Optional<Told> before = Optional.ofNullable(told.get(tenant.tenant().id()));
        if (before.filter(one -> one.next().isAfter(now)).isPresent()) {
            return;
        }
        long begun = System.nanoTime();
        Progress progress = laws.progress(tenant);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        String figures = Definitions.write(progress);
        boolean isNews = before.isEmpty()
                || !before.get().figures().equals(figures)
                || !before.get().at().plus(TELLS_AT_LEAST_EVERY).isAfter(now);
        if (isNews && !progress.changes().isEmpty()) {
            tidings.tell(
                    tenant.cell(),
                    tenant.enterprise(),
                    new Tiding(Progress.TYPE, tenant.tenant().slug(), figures));
        }
        Duration rest = taken.multipliedBy(RESTS);
        told.put(
                tenant.tenant().id(),
                new Told(
                        figures,
                        isNews ? now : before.orElseThrow().at(),
                        now.plus(rest.compareTo(COUNTS_AT_MOST_EVERY) > 0 ? rest : COUNTS_AT_MOST_EVERY)));
    }

    private void warn(String what, RuntimeException failed) {
        if (!threads.areStopped()) {
            LOG.log(Level.WARNING, what, failed);
        }
    }
}
