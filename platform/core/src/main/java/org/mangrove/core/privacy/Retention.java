package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.privacy.store.RetentionRow;
import org.mangrove.core.privacy.store.RetentionRunRow;
import org.mangrove.core.privacy.store.RetentionRunStore;
import org.mangrove.core.privacy.store.RetentionStore;
import org.mangrove.core.privacy.store.RetentionStore.Removed;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.LegalEntity;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.TenantId;

/**
 * Removes what has been kept for as long as its purpose allows: once a day for each tenant, when its day has begun, and when an
 * admin asks. A run knows how many of its rules it has gone through, so that after a kill it goes on there; held people are left
 * out.
 */
@ApplicationScoped
public class Retention {

    private static final int AT_ONCE = 500;
    private static final int YEARS_TOLD = 3;

    /** A portion goes through as many rules as there is time for: most of them find nothing. */
    private static final Duration PORTION = Duration.ofMillis(100);

    @Inject
    RetentionRunStore runs;

    @Inject
    RetentionStore store;

    @Inject
    Holders holders;

    @Inject
    LegalHolds holds;

    @Inject
    Clock clock;

    /** What a purpose allows a holder. */
    private record Allowance(Purpose purpose, ExpiringData holder) {}

    /**
     * What one purpose allows one holder.
     *
     * @param employer who answers for it
     * @param last when it was removed last, and how much then
     * @param all how much was removed since the platform tells
     * @param preview how much a trial run would have removed, if there was one after the last real run
     */
    public record Rule(
            Purpose purpose,
            String employer,
            String holder,
            Optional<Run> last,
            long all,
            Optional<Run> preview,
            LocalDate next) {}

    /** @param over whether all of it has been gone through */
    public record Run(LocalDate on, long things, boolean over) {}

    /** Rules of purposes and holders, in the order of the tenant's register. */
    @Transactional
    public List<Rule> rules(TenantProfile tenant) {
        TenantId owner = tenant.tenant().id();
        LocalDate today = today(tenant);
        Optional<RetentionRunRow> real = runs.latest(owner, false);
        Optional<RetentionRunRow> trial = runs.latest(owner, true);
        List<RetentionRow> removed = rows(owner, real);
        List<RetentionRow> counted = rows(owner, trial);
        List<Removed> all = store.removed(owner);
        LocalDate next = runs.hasRunOn(owner, today) ? today.plusDays(1) : today;
        return allowances(tenant).stream()
                .map(one -> new Rule(
                        one.purpose(),
                        employer(tenant, one.purpose()),
                        one.holder().holder(),
                        real.map(run -> run(run, removed, one)),
                        all.stream()
                                .filter(sum -> sum.purpose()
                                                .equals(one.purpose().key())
                                        && sum.holder().equals(one.holder().holder()))
                                .mapToLong(Removed::things)
                                .sum(),
                        trial.map(run -> run(run, counted, one)),
                        next))
                .toList();
    }

    /** Has it run as soon as possible. @param trial whether it is only counted what would be removed */
    @AgainIfOvertaken
    @Transactional
    public void ask(TenantProfile tenant, boolean trial) {
        begin(tenant, today(tenant), trial);
    }

    /** Begins the day's run if it has not been begun. */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    void beginDay(TenantProfile tenant) {
        LocalDate today = today(tenant);
        if (!runs.hasRunOn(tenant.tenant().id(), today)) {
            runs.tidy(tenant.tenant().id(), today.minusYears(YEARS_TOLD));
            begin(tenant, today, false);
        }
    }

    private void begin(TenantProfile tenant, LocalDate today, boolean trial) {
        runs.add(new RetentionRunRow(tenant.tenant().id(), today, trial, clock.instant()));
    }

    /** One portion of a run. @return whether there is more */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    boolean step(TenantProfile tenant, UUID id) {
        Optional<RetentionRunRow> found = runs.hold(tenant.tenant().id(), id).filter(run -> !run.isOver());
        if (found.isEmpty()) {
            return false;
        }
        RetentionRunRow run = found.get();
        List<Allowance> rules = allowances(tenant);
        run.goThrough(rules.size());
        List<DataSubject> held = holds.held(tenant);
        long end = System.nanoTime() + PORTION.toNanos();
        boolean removing = false;
        while (!removing && run.doneRules() < rules.size() && System.nanoTime() < end) {
            Allowance rule = rules.get(run.doneRules());
            LocalDate keptFrom = run.ranOn().minusDays(rule.purpose().retentionDays());
            long things = run.isDry()
                    ? rule.holder().countBefore(tenant, rule.purpose().key(), keptFrom, held)
                    : rule.holder().removeBefore(tenant, rule.purpose().key(), keptFrom, held, AT_ONCE);
            if (things > 0) {
                row(run, rule, keptFrom).add(things);
            }
            removing = !run.isDry() && things > 0;
            if (!removing) {
                run.ruleIsDone();
            }
        }
        if (run.doneRules() == rules.size()) {
            run.end(clock.instant());
        }
        return !run.isOver();
    }

    private RetentionRow row(RetentionRunRow run, Allowance rule, LocalDate keptFrom) {
        String purpose = rule.purpose().key();
        String holder = rule.holder().holder();
        return store.find(run.tenant(), run.id(), purpose, holder).orElseGet(() -> {
            var row = new RetentionRow(run, purpose, holder, keptFrom);
            store.add(row);
            return row;
        });
    }

    private List<Allowance> allowances(TenantProfile tenant) {
        return tenant.purposes().stream()
                .flatMap(purpose -> holders.expiring().stream().map(holder -> new Allowance(purpose, holder)))
                .toList();
    }

    private List<RetentionRow> rows(TenantId tenant, Optional<RetentionRunRow> run) {
        return run.map(one -> store.of(tenant, one.id())).orElse(List.of());
    }

    private static Run run(RetentionRunRow run, List<RetentionRow> rows, Allowance rule) {
        long things = rows.stream()
                .filter(row -> row.purpose().equals(rule.purpose().key())
                        && row.holder().equals(rule.holder().holder()))
                .mapToLong(RetentionRow::things)
                .sum();
        return new Run(run.ranOn(), things, run.isOver());
    }

    private static String employer(TenantProfile tenant, Purpose purpose) {
        return tenant.legalEntities().stream()
                .filter(entity -> entity.key().equals(purpose.legalEntity()))
                .map(LegalEntity::name)
                .findFirst()
                .orElse(purpose.legalEntity());
    }

    private LocalDate today(TenantProfile tenant) {
        return LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
    }
}
