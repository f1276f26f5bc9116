package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.pages.FreshnessSource;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Tells on every page of a tenant when its cell last had all that the core had published. */
@ApplicationScoped
public class FeedFreshness implements FreshnessSource {

    /** A cell asks every second; what is older than this is no hiccup any more. */
    static final Duration TAKEN_FOR_GRANTED = Duration.ofMinutes(2);

    @Inject
    FeedStates states;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    @Override
    public Optional<Freshness> find(TenantProfile tenant) {
        var state = states.of(tenant.cell(), tenant.enterprise());
        return state.upToDateAt()
                .map(checked ->
                        new Freshness(checked, isStale(checked), state.trouble().map(FeedFreshness::told)));
    }

    /** For those who look after the tenant; what exactly is wrong is for operators. */
    private static Message told(FeedStates.Trouble trouble) {
        return Message.of(trouble.isRefused() ? "publication.feed.is-refused" : "publication.feed.is-silent");
    }

    private boolean isStale(Instant checked) {
        return checked.plusSeconds(
                        configuration.findSeconds("mangrove.feed.stale-after-seconds", TAKEN_FOR_GRANTED.toSeconds()))
                .isBefore(clock.instant());
    }
}
