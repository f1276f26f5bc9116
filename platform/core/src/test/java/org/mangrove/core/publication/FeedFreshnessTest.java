package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

class FeedFreshnessTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void says_when_the_cell_last_had_everything() {
        assertThat(freshness(Optional.of(HEARD), HEARD.plusSeconds(1)).find(BERLIN))
                .contains(new Freshness(HEARD, false, Optional.empty()));
    }

    @Test
    void says_that_it_is_stale_once_the_core_was_silent_for_long() {
        Instant atTheEdge = HEARD.plus(FeedFreshness.TAKEN_FOR_GRANTED);

        assertThat(freshness(Optional.of(HEARD), atTheEdge).find(BERLIN))
                .contains(new Freshness(HEARD, false, Optional.empty()));
        assertThat(freshness(Optional.of(HEARD), atTheEdge.plusMillis(1)).find(BERLIN))
                .contains(new Freshness(HEARD, true, Optional.empty()));
    }

    @Test
    void says_nothing_before_the_core_was_ever_heard_of() {
        assertThat(freshness(Optional.empty(), HEARD).find(BERLIN)).isEmpty();
    }

    @Test
    void tells_what_stops_it() {
        var freshness = freshness(Optional.of(HEARD), HEARD.plusSeconds(1));
        freshness.states.stopped("eu", SampleTenants.ACME, FeedStates.Trouble.refusal("entry 3 follows 1"));

        assertThat(freshness.find(BERLIN))
                .contains(new Freshness(HEARD, false, Optional.of(Message.of("publication.feed.is-refused"))));

        freshness.states.stopped("eu", FeedStates.Trouble.silence("the core cannot be reached"));

        assertThat(freshness.find(BERLIN))
                .contains(new Freshness(HEARD, false, Optional.of(Message.of("publication.feed.is-silent"))));
    }

    private static FeedFreshness freshness(Optional<Instant> upToDateAt, Instant now) {
        var freshness = new FeedFreshness();
        freshness.clock = Clock.fixed(now, ZoneOffset.UTC);
        freshness.configuration = new Configuration();
        freshness.states = new FeedStates();
        upToDateAt.ifPresent(at -> freshness.states.upToDate("eu", SampleTenants.ACME, at));
        return freshness;
    }
}
