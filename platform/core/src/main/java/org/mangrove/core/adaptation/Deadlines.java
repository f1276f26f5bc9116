package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.lineage.ChangeClass;

/**
 * How long a market has to decide about a new version, from the day on which it is in effect. What the law demands is due at once,
 * since the market's word is not shown until somebody has looked at it.
 */
@ApplicationScoped
public class Deadlines {

    private static final String SETTING = "mangrove.adaptation.days-to-decide-";

    @Inject
    Configuration configuration;

    /** Until when somebody should have decided; empty if nothing waits. */
    public Optional<Instant> of(Behind behind) {
        return behind.versions().stream()
                .map(version -> version.effectiveFrom()
                        .atOffset(ZoneOffset.UTC)
                        .plus(within(version.change()))
                        .toInstant())
                .min(Comparator.naturalOrder());
    }

    private Period within(ChangeClass change) {
        int otherwise = switch (change) {
            case COSMETIC -> 180;
            case MINOR -> 90;
            case MAJOR -> 30;
            case REGULATORY -> 0;
        };
        return Period.ofDays(configuration.findDays(SETTING + change.name().toLowerCase(Locale.ROOT), otherwise));
    }
}
