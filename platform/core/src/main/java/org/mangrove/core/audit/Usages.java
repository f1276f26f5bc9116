package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mangrove.core.audit.store.UsageRow;
import org.mangrove.core.audit.store.UsageStore;
import org.mangrove.core.learning.UseTold;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Hears in the core how much courses are used in the markets. A cell speaks for its own tenants only. */
@ApplicationScoped
public class Usages implements TidingReader {

    /** Cells tell it daily. What is older says nothing of what is used now. */
    private static final Duration COUNTS_FOR = Duration.ofDays(30);

    private static final int MOST = 2_000;
    private static final int MOST_COURSES = 20_000;

    @Inject
    UsageStore store;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    /** @param silent markets that have told nothing for long, or ever */
    record Heard(List<UseTold> reports, List<String> silent) {}

    @Transactional
    Heard of(EnterpriseId enterprise) {
        Instant longAgo = clock.instant().minus(COUNTS_FOR);
        Map<String, UseTold> heard = store.all(enterprise, MOST).stream()
                .filter(row -> row.heardAt().isAfter(longAgo))
                .collect(Collectors.toMap(UsageRow::tenant, row -> Definitions.read(row.document(), UseTold.class)));
        List<String> tenants = register.tenantsOf(enterprise).stream()
                .map(tenant -> tenant.tenant().slug())
                .sorted()
                .toList();
        return new Heard(
                heard.entrySet().stream()
                        .filter(report -> tenants.contains(report.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                tenants.stream().filter(tenant -> !heard.containsKey(tenant)).toList());
    }

    @Override
    public String type() {
        return UseTold.TYPE;
    }

    @Override
    public void read(String cell, Enterprise enterprise, Tiding tiding) {
        if (!register.isKeptBy(enterprise.id(), tiding.subject(), cell)) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("audit.usage.not-of-the-cell"));
        }
        store.put(enterprise.id(), tiding.subject(), clock.instant(), Definitions.write(report(tiding)));
    }

    private static UseTold report(Tiding tiding) {
        try {
            UseTold report = Definitions.read(tiding.payload(), UseTold.class);
            if (report.courses().size() <= MOST_COURSES) {
                return report;
            }
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("audit.usage.unreadable"));
    }
}
