package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.privacy.store.RetentionRow;
import org.mangrove.core.privacy.store.RetentionStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.LegalEntity;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.TenantId;

/**
 * Removes what has been kept for as long as its purpose allows: once a day for each tenant, when its day has begun, and when an
 * admin asks. A run is a row for each purpose and holder, so that after a kill it goes on where it was; held people are left out.
 */
@ApplicationScoped
public class Retention {

    private static final int AT_ONCE = 500;
    private static final int RUNS_SHOWN = 500;
    private static final int YEARS_TOLD = 3;

    @Inject
    RetentionStore store;

    @Inject
    Holders holders;

    @Inject
    LegalHolds holds;

    @Inject
    Clock clock;

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

    /** @param keptFrom what is from this day or later stays */
    public record Run(LocalDate on, LocalDate keptFrom, long things, boolean over) {}

    /** Rules of purposes and holders, in the order of the tenant's register. */
    @Transactional
    public List<Rule> rules(TenantProfile tenant) {
        TenantId owner = tenant.tenant().id();
        LocalDate today = today(tenant);
        List<RetentionRow> real = store.latest(owner, false, RUNS_SHOWN);
        List<RetentionRow> trial = store.latest(owner, true, RUNS_SHOWN);
        LocalDate next = store.hasRunOn(owner, today) ? today.plusDays(1) : today;
        var rules = new ArrayList<Rule>();
        for (Purpose purpose : tenant.purposes()) {
            for (String holder :
                    holders.expiring().stream().map(ExpiringData::holder).toList()) {
                rules.add(new Rule(
                        purpose,
                        employer(tenant, purpose),
                        holder,
                        run(real, purpose, holder),
                        store.removed(owner, purpose.key(), holder),
                        run(trial, purpose, holder),
                        next));
            }
        }
        return rules;
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
        if (!store.hasRunOn(tenant.tenant().id(), today)) {
            store.tidy(tenant.tenant().id(), today.minusYears(YEARS_TOLD));
            begin(tenant, today, false);
        }
    }

    private void begin(TenantProfile tenant, LocalDate today, boolean trial) {
        Instant now = clock.instant();
        for (Purpose purpose : tenant.purposes()) {
            for (ExpiringData holder : holders.expiring()) {
                store.add(new RetentionRow(
                        tenant.tenant().id(),
                        purpose.key(),
                        holder.holder(),
                        today,
                        today.minusDays(purpose.retentionDays()),
                        trial,
                        now));
            }
        }
    }

    /** One portion of a run. @return whether there is more */
    @AgainIfOvertaken
    @Transactional(TxType.REQUIRES_NEW)
    boolean step(TenantProfile tenant, UUID run) {
        Optional<RetentionRow> found = store.hold(tenant.tenant().id(), run);
        if (found.isEmpty() || found.get().endedAt().isPresent()) {
            return false;
        }
        RetentionRow row = found.get();
        Optional<ExpiringData> holder = holders.expiring().stream()
                .filter(one -> one.holder().equals(row.holder()))
                .findFirst();
        boolean isStillSo = tenant.purposes().stream()
                .anyMatch(purpose -> purpose.key().equals(row.purpose())
                        && !row.ranOn().minusDays(purpose.retentionDays()).isBefore(row.keptFrom()));
        if (holder.isEmpty() || !isStillSo) {
            row.end(clock.instant());
            return false;
        }
        if (row.isDry()) {
            row.add(holder.get().countBefore(tenant, row.purpose(), row.keptFrom(), holds.held(tenant)));
            row.end(clock.instant());
            return false;
        }
        long removed = holder.get().removeBefore(tenant, row.purpose(), row.keptFrom(), holds.held(tenant), AT_ONCE);
        row.add(removed);
        if (removed == 0) {
            row.end(clock.instant());
        }
        return removed > 0;
    }

    private static Optional<Run> run(List<RetentionRow> rows, Purpose purpose, String holder) {
        return rows.stream()
                .filter(row ->
                        row.purpose().equals(purpose.key()) && row.holder().equals(holder))
                .findFirst()
                .map(row -> new Run(
                        row.ranOn(), row.keptFrom(), row.things(), row.endedAt().isPresent()));
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
