package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/** Tells the operator how far each cell of this node is behind what each enterprise's core has published. */
@ApplicationScoped
public class FeedLags {

    @Inject
    FeedStates states;

    @Inject
    Tenants tenants;

    @Inject
    Clock clock;

    /**
     * How one cell stands to one enterprise.
     *
     * @param upToDateAt when the cell last had everything; empty if never
     * @param problem what stops it, if anything does
     * @param isStale whether that is so long ago that it is no hiccup
     */
    public record Lag(
            String cell,
            EnterpriseId enterprise,
            Optional<Instant> upToDateAt,
            Optional<String> problem,
            boolean isStale) {

        /** How long ago the cell had everything, if it ever had. */
        public Optional<Duration> age(Instant now) {
            return upToDateAt.map(at -> Duration.between(at, now));
        }
    }

    public List<Lag> all() {
        return tenants.all().stream()
                .map(Subscribed::of)
                .distinct()
                .map(this::lag)
                .toList();
    }

    private record Subscribed(String cell, EnterpriseId enterprise) {

        static Subscribed of(TenantProfile tenant) {
            return new Subscribed(tenant.cell(), tenant.enterprise());
        }
    }

    private Lag lag(Subscribed who) {
        var state = states.of(who.cell(), who.enterprise());
        return new Lag(
                who.cell(),
                who.enterprise(),
                state.upToDateAt(),
                state.trouble().map(FeedStates.Trouble::what),
                state.upToDateAt()
                        .map(at -> at.plus(FeedFreshness.TAKEN_FOR_GRANTED).isBefore(clock.instant()))
                        .orElse(true));
    }
}
