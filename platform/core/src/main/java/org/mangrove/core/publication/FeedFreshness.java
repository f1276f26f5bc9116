package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.pages.FreshnessSource;
import org.mangrove.core.tenancy.TenantProfile;

/** Tells on every page of a tenant when its cell last had all that the core had published. */
@ApplicationScoped
public class FeedFreshness implements FreshnessSource {

    /** A cell asks every second; what is older than this is no hiccup any more. */
    static final Duration TAKEN_FOR_GRANTED = Duration.ofMinutes(2);

    @Inject
    Subscription subscription;

    @Inject
    Clock clock;

    @Override
    public Optional<Freshness> find(TenantProfile tenant) {
        return subscription
                .stateOf(tenant.cell(), tenant.enterprise())
                .upToDateAt()
                .map(checked -> new Freshness(checked, isStale(checked)));
    }

    private boolean isStale(Instant checked) {
        return checked.plus(TAKEN_FOR_GRANTED).isBefore(clock.instant());
    }
}
