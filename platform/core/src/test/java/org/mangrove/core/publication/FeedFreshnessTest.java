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
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

class FeedFreshnessTest {

    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void says_when_the_cell_last_had_everything() {
        assertThat(freshness(Optional.of(HEARD), HEARD.plusSeconds(1)).find(tenant()))
                .contains(new Freshness(HEARD, false));
    }

    @Test
    void says_that_it_is_stale_once_the_core_was_silent_for_long() {
        Instant atTheEdge = HEARD.plus(FeedFreshness.TAKEN_FOR_GRANTED);

        assertThat(freshness(Optional.of(HEARD), atTheEdge).find(tenant())).contains(new Freshness(HEARD, false));
        assertThat(freshness(Optional.of(HEARD), atTheEdge.plusMillis(1)).find(tenant()))
                .contains(new Freshness(HEARD, true));
    }

    @Test
    void says_nothing_before_the_core_was_ever_heard_of() {
        assertThat(freshness(Optional.empty(), HEARD).find(tenant())).isEmpty();
    }

    private static FeedFreshness freshness(Optional<Instant> upToDateAt, Instant now) {
        var freshness = new FeedFreshness();
        freshness.clock = Clock.fixed(now, ZoneOffset.UTC);
        freshness.subscription = new Subscription() {
            @Override
            public State stateOf(String cell, EnterpriseId enterprise) {
                assertThat(cell).isEqualTo("eu");
                assertThat(enterprise).isEqualTo(new EnterpriseId(7));
                return new State(upToDateAt, Optional.empty());
            }
        };
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
