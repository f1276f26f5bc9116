package org.mangrove.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.database.ClockByHand;
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
    private final ClockByHand clock = new ClockByHand(BEGINNING);
    private final OpaqueToken token;

    SignOnSessionsTest() {
        sessions.clock = clock;
        sessions.store = new OneSession();
        token = sessions.start(BERLIN.id(), lena.id(), "keycloak");
    }

    @Test
    void ends_when_nothing_was_asked_for_in_a_while() {
        Instant justInTime = BEGINNING.plus(SignOnSessions.IDLE).minusMillis(1);
        clock.set(justInTime);
        assertThat(isKnown()).isTrue();

        clock.set(justInTime.plus(SignOnSessions.IDLE));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void ends_in_any_case_after_its_longest_time() {
        Instant end = BEGINNING.plus(SignOnSessions.LONGEST);
        for (Instant at = BEGINNING; at.isBefore(end); at = at.plus(Duration.ofMinutes(30))) {
            clock.set(at);
            assertThat(isKnown()).as("at %s", at).isTrue();
        }

        clock.set(end);
        assertThat(isKnown()).isFalse();
    }

    @Test
    void is_written_to_once_a_minute_and_not_for_each_request() {
        clock.set(BEGINNING.plusSeconds(30));
        assertThat(isKnown()).isTrue();
        assertThat(browser().seenAt()).isEqualTo(BEGINNING);

        clock.set(BEGINNING.plusSeconds(61));
        assertThat(isKnown()).isTrue();
        assertThat(browser().seenAt()).isEqualTo(BEGINNING.plusSeconds(61));
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
