package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.lineage.ChangeClass;

/**
 * How long a market has to decide about a new version, from the day on which it is in effect. What the law demands is due at once,
 * since the market's word is not shown until somebody has looked at it.
 */
@ApplicationScoped
public class Deadlines {

    private static final String SETTING = "mangrove.adaptation.days-to-decide-";

    private static final String OF_RETIREMENT = SETTING + "retirement";
    private static final int USUAL_FOR_RETIREMENT = 30;

    @Inject
    Configuration configuration;

    /** When a market has to have decided about what is given up above. */
    interface OfRetirement {

        /** At the latest when it is given up. */
        Instant of(Retirement retirement);

        /** The beginning of a day, in the market. */
        Instant startOf(LocalDate day);
    }

    OfRetirement ofRetirement(ZoneId zone) {
        Period within = Period.ofDays(configuration.findDays(OF_RETIREMENT, USUAL_FOR_RETIREMENT));
        return new OfRetirement() {
            @Override
            public Instant of(Retirement retirement) {
                Instant latest = startOf(retirement.since());
                Instant usual =
                        retirement.announcedAt().atZone(zone).plus(within).toInstant();
                return usual.isBefore(latest) ? usual : latest;
            }

            @Override
            public Instant startOf(LocalDate day) {
                return day.atStartOfDay(zone).toInstant();
            }
        };
    }

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
