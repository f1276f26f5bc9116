package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.policy.DeadlinesPolicy;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * How long a market has to decide about a new version, from the day on which it is in effect: as the policy says that holds there.
 * What the law demands is due at once where it says nothing else, since the market's word is not shown until somebody has looked at it.
 */
@ApplicationScoped
public class Deadlines {

    @Inject
    MarketPolicies policies;

    @Transactional
    public Here of(TenantProfile tenant) {
        return new Here(
                policies.inForce(tenant, DeadlinesPolicy.SLUG), tenant.tenant().timeZone());
    }

    /** When a market has to have decided about what is given up above. */
    interface OfRetirement {

        /** At the latest when it is given up. */
        Instant of(Retirement retirement);

        /** From which day on somebody is to look again at what the market keeps. @param reviewOn the day of the review */
        LocalDate remindFrom(LocalDate reviewOn);

        /** The beginning of a day, in the market. */
        Instant startOf(LocalDate day);
    }

    /** The deadlines of one market. */
    public record Here(MarketPolicies.InForce inForce, ZoneId zone) {

        OfRetirement ofRetirement() {
            Period within = Period.ofDays(inForce.number(DeadlinesPolicy.RETIREMENT));
            return new OfRetirement() {
                @Override
                public Instant of(Retirement retirement) {
                    Instant latest = startOf(retirement.since());
                    Instant usual =
                            retirement.announcedAt().atZone(zone).plus(within).toInstant();
                    return usual.isBefore(latest) ? usual : latest;
                }

                @Override
                public LocalDate remindFrom(LocalDate reviewOn) {
                    return reviewOn.minusDays(inForce.number(DeadlinesPolicy.REMIND));
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

        /** Until when somebody should have said whether they agree. */
        Instant ofAgreement(Instant asked) {
            return asked.atZone(zone)
                    .plus(Period.ofDays(inForce.number(DeadlinesPolicy.AGREEMENT)))
                    .toInstant();
        }

        private Period within(ChangeClass change) {
            return Period.ofDays(inForce.number(DeadlinesPolicy.decide(change)));
        }
    }
}
