package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mangrove.core.content.CourseVector;
import org.mangrove.core.packages.MarketPackages;
import org.mangrove.core.packages.PackageSaid;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.policy.PolicySaid;
import org.mangrove.core.publication.FeedFollowed;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.Tidings;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.threads.BackgroundThreads;
import org.mangrove.sdk.TenantId;

/**
 * Keeps markets up with what comes from above, off anybody's request: takes over what may be, and writes down how each course
 * stands. It looks at a tenant when the feed has brought something, when somebody there has said something, when time alone makes
 * something another, and now and then all the same. What was cut off in the middle is found again, since nothing but the rows say
 * what is left to do.
 */
@ApplicationScoped
public class AdaptationLoop {

    private static final Logger LOG = System.getLogger(AdaptationLoop.class.getName());
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofHours(1);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(30);

    @Inject
    Joining joining;

    @Inject
    Offers offers;

    @Inject
    Sharings sharings;

    @Inject
    Standings standings;

    @Inject
    MarketPolicies policies;

    @Inject
    MarketPackages packages;

    @Inject
    Tidings tidings;

    @Inject
    Tenants tenants;

    @Inject
    Cells cells;

    @Inject
    BackgroundThreads threads;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<String, Agenda> agendas = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TenantId, Told> told = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Told> toldWords = new ConcurrentHashMap<>();

    private record Told(String report, Instant at) {}

    public void start() {
        for (String cell : cells.all()) {
            threads.begin("mangrove-adaptation-" + cell, () -> goOn(cell));
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    void feedFollowed(@Observes FeedFollowed followed) {
        tenants.all().stream()
                .filter(tenant -> tenant.cell().equals(followed.cell())
                        && tenant.enterprise().equals(followed.enterprise()))
                .forEach(this::soon);
    }

    void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) Said said) {
        tenants.find(said.tenant()).ifPresent(this::soon);
    }

    void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) PolicySaid said) {
        tenants.find(said.tenant()).ifPresent(this::soon);
    }

    void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) PackageSaid said) {
        tenants.find(said.tenant()).ifPresent(this::soon);
    }

    private void soon(TenantProfile tenant) {
        agenda(tenant.cell()).put(tenant.tenant().id(), Instant.EPOCH);
    }

    private Agenda agenda(String cell) {
        return agendas.computeIfAbsent(cell, first -> new Agenda());
    }

    private void goOn(String cell) throws InterruptedException {
        Agenda agenda = agenda(cell);
        tenants.all().stream().filter(tenant -> tenant.cell().equals(cell)).forEach(this::soon);
        while (!threads.areStopped()) {
            TenantId next = agenda.take(clock);
            Optional<TenantProfile> tenant = tenants.find(next);
            if (tenant.isPresent()) {
                agenda.put(next, look(tenant.get()));
            }
        }
    }

    /** What headquarters has heard already it hears again only now and then, in case that a node ended before it was sent. */
    private void tell(TenantProfile tenant, List<CourseStanding> all, Instant now) {
        String report = Definitions.write(MarketReport.of(all));
        Told before = told.get(tenant.tenant().id());
        boolean isNews = before == null
                || !before.report().equals(report)
                || !before.at().plus(LOOKS_AT_LEAST_EVERY).isAfter(now);
        if (isNews) {
            tidings.tell(
                    tenant.cell(),
                    tenant.enterprise(),
                    new Tiding(MarketReportReader.TYPE, tenant.tenant().slug(), report));
            told.put(tenant.tenant().id(), new Told(report, now));
        }
    }

    /** What was offered or is shared, who is not to be named any more, which figures are ours, and how packages stand; said again now and then, as reports are. */
    private void tellWords(TenantProfile tenant, Instant now) {
        for (Tiding tiding : Stream.of(
                        offers.tidings(tenant),
                        sharings.tidings(tenant),
                        List.of(policies.tiding(tenant), packages.tiding(tenant)))
                .flatMap(List::stream)
                .toList()) {
            String about = tiding.type() + "/" + tiding.subject();
            Told before = toldWords.get(about);
            boolean isNews = before == null
                    || !before.report().equals(tiding.payload())
                    || !before.at().plus(LOOKS_AT_LEAST_EVERY).isAfter(now);
            if (isNews) {
                tidings.tell(tenant.cell(), tenant.enterprise(), tiding);
                toldWords.put(about, new Told(tiding.payload(), now));
            }
        }
    }

    /** @return when to look again */
    private Instant look(TenantProfile tenant) {
        Instant begun = clock.instant();
        try {
            int joined = 0;
            boolean again = false;
            try {
                offers.settle(tenant);
            } catch (Refusal.Conflict meanwhile) {
                again = true;
            }
            for (CourseVector candidate : joining.candidates(tenant)) {
                try {
                    joined += joining.join(tenant, candidate);
                } catch (Refusal.Conflict meanwhile) {
                    again = true;
                } catch (RuntimeException failed) {
                    again = true;
                    warn(tenant, "in " + candidate.course() + " ", failed);
                }
            }
            Standings.Refreshed refreshed = standings.refresh(tenant);
            tell(tenant, refreshed.standings(), begun);
            tellWords(tenant, begun);
            if (joined > 0) {
                LOG.log(
                        Level.INFO,
                        "Tenant {0} follows what came from above in {1,number,#} of its texts",
                        tenant.tenant().slug(),
                        joined);
            }
            Instant latest = begun.plus(again ? BEFORE_TRYING_AGAIN : LOOKS_AT_LEAST_EVERY);
            return Stream.of(refreshed.validUntil(), packages.validUntil(tenant))
                    .flatMap(Optional::stream)
                    .filter(latest::isAfter)
                    .min(Instant::compareTo)
                    .orElse(latest);
        } catch (RuntimeException failed) {
            warn(tenant, "", failed);
            return begun.plus(BEFORE_TRYING_AGAIN);
        }
    }

    private void warn(TenantProfile tenant, String where, RuntimeException failed) {
        if (!threads.areStopped()) {
            LOG.log(
                    Level.WARNING,
                    "Tenant " + tenant.tenant().slug() + " could not be brought " + where
                            + "to what came from above; tried again",
                    failed);
        }
    }
}
