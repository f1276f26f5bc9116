package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

class FeedFreshnessTest {

    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void says_when_the_cell_last_had_everything() {
        assertThat(freshness(Optional.of(HEARD), HEARD.plusSeconds(1)).find(tenant()))
                .contains(new Freshness(HEARD, false, Optional.empty()));
    }

    @Test
    void says_that_it_is_stale_once_the_core_was_silent_for_long() {
        Instant atTheEdge = HEARD.plus(FeedFreshness.TAKEN_FOR_GRANTED);

        assertThat(freshness(Optional.of(HEARD), atTheEdge).find(tenant()))
                .contains(new Freshness(HEARD, false, Optional.empty()));
        assertThat(freshness(Optional.of(HEARD), atTheEdge.plusMillis(1)).find(tenant()))
                .contains(new Freshness(HEARD, true, Optional.empty()));
    }

    @Test
    void says_nothing_before_the_core_was_ever_heard_of() {
        assertThat(freshness(Optional.empty(), HEARD).find(tenant())).isEmpty();
    }

    @Test
    void tells_what_stops_it() {
        var freshness = freshness(Optional.of(HEARD), HEARD.plusSeconds(1));
        freshness.states.stopped("eu", new EnterpriseId(7), FeedStates.Trouble.refusal("entry 3 follows 1"));

        assertThat(freshness.find(tenant()))
                .contains(new Freshness(HEARD, false, Optional.of(Message.of("publication.feed.is-refused"))));

        freshness.states.stopped("eu", FeedStates.Trouble.silence("the core cannot be reached"));

        assertThat(freshness.find(tenant()))
                .contains(new Freshness(HEARD, false, Optional.of(Message.of("publication.feed.is-silent"))));
    }

    private static FeedFreshness freshness(Optional<Instant> upToDateAt, Instant now) {
        var freshness = new FeedFreshness();
        freshness.clock = Clock.fixed(now, ZoneOffset.UTC);
        freshness.configuration = new Configuration();
        freshness.states = new FeedStates();
        upToDateAt.ifPresent(at -> freshness.states.upToDate("eu", new EnterpriseId(7), at));
        return freshness;
    }

    private static TenantProfile tenant() {
        return new TenantProfile(
                new Tenant(
                        new TenantId(1),
                        "acme-de",
                        "eu",
                        List.of(Locale.GERMAN),
                        ZoneId.of("Europe/Berlin"),
                        "gregorian",
                        "latn",
                        DayOfWeek.MONDAY,
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        List.of("DE")),
                new EnterpriseId(7),
                "eu",
                Optional.empty(),
                Map.of(),
                new TenantProfile.Identity("acme-eu", "acme-de", "mangrove-acme-de", Optional.empty()),
                new TenantProfile.Theme("#0a6b62", Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
