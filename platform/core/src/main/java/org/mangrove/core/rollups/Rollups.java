package org.mangrove.core.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.rollups.store.RollupRows;
import org.mangrove.sdk.TenantId;

/**
 * Tells how many statements there are, without counting them. Sums follow what is stored within about a second; voided
 * statements are not in them. A sum may be off by a statement that is being voided for as long as that takes.
 */
@ApplicationScoped
public class Rollups {

    @Inject
    RollupRows rows;

    /** Of the whole tenant. */
    @Transactional
    public long total(TenantId tenant, DayRange days) {
        return rows.total(tenant, RollupKind.ORGANIZATION, RollupKind.WHOLE, days);
    }

    /** Of one person, team, asset or verb. */
    @Transactional
    public long total(TenantId tenant, RollupKind kind, UUID term, DayRange days) {
        return rows.total(tenant, kind, term, days);
    }

    /** The days that have statements, in order. */
    @Transactional
    public List<DayCount> byDay(TenantId tenant, RollupKind kind, UUID term, DayRange days) {
        return rows.byDay(tenant, kind, term, days);
    }

    /** All persons, teams, assets or verbs that have statements in these days, page by page. */
    @Transactional
    public TermPage byTerm(TenantId tenant, RollupKind kind, DayRange days, Optional<UUID> after, int most) {
        List<TermCount> found = rows.byTerm(tenant, kind, days, after, most + 1);
        return found.size() > most
                ? new TermPage(
                        found.subList(0, most), Optional.of(found.get(most - 1).term()))
                : new TermPage(found, Optional.empty());
    }

    /** Those with the most statements in these days, the most first. */
    @Transactional
    public List<TermCount> highest(TenantId tenant, RollupKind kind, DayRange days, int most) {
        return rows.highest(tenant, kind, days, most);
    }
}
