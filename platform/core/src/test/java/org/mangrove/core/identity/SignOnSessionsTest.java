package org.mangrove.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.identity.store.BrowserSession;
import org.mangrove.core.identity.store.MembershipRow;
import org.mangrove.core.identity.store.PersonRow;
import org.mangrove.core.identity.store.SessionRow;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

class SignOnSessionsTest {

    private static final TenantProfile TENANT = SampleTenants.of(BERLIN);
    private static final Instant BEGINNING = Instant.parse("2026-03-01T09:00:00Z");

    private final PersonRow lena = new PersonRow(
            BERLIN.id(),
            new UUID(7, 1),
            new Account("acme-eu", "subject", new PersonName("Lena", "Brandt"), ""),
            BEGINNING);
    private final List<SessionRow> rows = new ArrayList<>();
    private final SignOnSessions sessions = new SignOnSessions();
    private Instant now = BEGINNING;
    private final OpaqueToken token;

    SignOnSessionsTest() {
        sessions.clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        sessions.store = new OneSession();
        token = sessions.start(BERLIN.id(), lena.id(), "keycloak");
    }

    @Test
    void ends_when_nothing_was_asked_for_in_a_while() {
        now = BEGINNING.plus(SignOnSessions.IDLE).minusMillis(1);
        assertThat(isKnown()).isTrue();

        now = now.plus(SignOnSessions.IDLE);
        assertThat(isKnown()).isFalse();
    }

    @Test
    void ends_in_any_case_after_its_longest_time() {
        Instant end = BEGINNING.plus(SignOnSessions.LONGEST);
        while (now.isBefore(end)) {
            assertThat(isKnown()).as("at %s", now).isTrue();
            now = now.plus(Duration.ofMinutes(30));
        }

        assertThat(now).isEqualTo(end);
        assertThat(isKnown()).isFalse();
    }

    @Test
    void is_written_to_once_a_minute_and_not_for_each_request() {
        now = BEGINNING.plusSeconds(30);
        assertThat(isKnown()).isTrue();
        assertThat(browser().seenAt()).isEqualTo(BEGINNING);

        now = BEGINNING.plusSeconds(61);
        assertThat(isKnown()).isTrue();
        assertThat(browser().seenAt()).isEqualTo(now);
    }

    private boolean isKnown() {
        return sessions.find(TENANT, token).isPresent();
    }

    private BrowserSession browser() {
        return rows.getFirst().browser();
    }

    private final class OneSession extends SessionStore {

        @Override
        public void add(SessionRow row) {
            rows.add(row);
        }

        @Override
        public int endExpired(TenantId tenant, Instant at) {
            return 0;
        }

        @Override
        public Optional<Held> find(TenantId tenant, byte[] tokenHash) {
            var learner = new MembershipRow(tenant, lena.id(), Set.of(Role.LEARNER), BEGINNING);
            return rows.stream().findFirst().map(row -> new Held(row, lena, learner));
        }
    }
}
