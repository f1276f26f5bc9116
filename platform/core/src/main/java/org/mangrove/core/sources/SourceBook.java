package org.mangrove.core.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.sources.Source.Traffic;
import org.mangrove.core.sources.store.SourceRows;
import org.mangrove.sdk.TenantId;

/** What is written down of sources. */
@ApplicationScoped
class SourceBook {

    private static final Duration HOURS_ARE_KEPT = Duration.ofDays(31);

    @Inject
    SourceRows rows;

    @Inject
    Clock clock;

    /** Adds what was counted, for each source of one tenant. */
    @Transactional
    public void add(TenantId tenant, Map<UUID, SourceTally.Taken> counted) {
        Instant now = clock.instant();
        counted.forEach((source, taken) -> {
            var traffic = new Traffic(
                    taken.requests(), taken.statements(), taken.refused(), taken.failed(), taken.turnedAway());
            rows.add(tenant, source, now.truncatedTo(ChronoUnit.HOURS), traffic);
            rows.forget(tenant, source, now.minus(HOURS_ARE_KEPT));
            rows.add(
                    tenant,
                    new Source(
                            source,
                            taken.statements(),
                            taken.lastStored().map(SourceTally.Stored::at),
                            taken.lastStored().flatMap(SourceTally.Stored::lag),
                            taken.lastError().map(SourceTally.Failure::at),
                            taken.lastError().map(SourceTally.Failure::status).orElse(0),
                            Traffic.NONE,
                            Traffic.NONE));
        });
    }

    @Transactional
    public Map<UUID, Source> all(TenantId tenant) {
        Instant now = clock.instant();
        return rows.all(tenant, now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(7)));
    }
}
