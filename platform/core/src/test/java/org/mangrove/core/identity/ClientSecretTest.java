package org.mangrove.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientSecretTest {

    private static final String KEY = "a key that is long enough";
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void follows_from_key_realm_and_client() {
        String secret = ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-de");

        assertThat(secret).hasSize(43).isEqualTo(ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-de"));
        assertThat(secret)
                .isNotEqualTo(ClientSecret.derive(KEY + "!", "acme-eu", "mangrove-acme-de"))
                .isNotEqualTo(ClientSecret.derive(KEY, "acme-jp", "mangrove-acme-de"))
                .isNotEqualTo(ClientSecret.derive(KEY, "acme-eu", "mangrove-acme-at"));
    }

    @Test
    void refuses_a_key_that_could_be_guessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientSecret.derive("short", "acme-eu", "c"));
    }

    @Test
    void a_session_ends_when_idle_and_in_any_case_after_its_longest_time() {
        Instant end = NOW.plus(SignOnSessions.LONGEST);

        assertThat(SignOnSessions.isLive(NOW, end, NOW.plus(SignOnSessions.IDLE).minusMillis(1)))
                .isTrue();
        assertThat(SignOnSessions.isLive(NOW, end, NOW.plus(SignOnSessions.IDLE)))
                .isFalse();
        assertThat(SignOnSessions.isLive(end.minusSeconds(1), end, end)).isFalse();
        assertThat(SignOnSessions.mustBeWritten(NOW, NOW.plus(Duration.ofSeconds(30))))
                .isFalse();
        assertThat(SignOnSessions.mustBeWritten(NOW, NOW.plus(Duration.ofSeconds(61))))
                .isTrue();
    }
}
