package org.mangrove.core.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginStateTest {

    private static final RelyingParty ACME_DE =
            new RelyingParty("acme-eu", "mangrove-acme-de", Optional.of("acme-de"), Optional.empty());
    private static final RelyingParty ACME_AT =
            new RelyingParty("acme-eu", "mangrove-acme-at", Optional.of("acme-at"), Optional.empty());
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Seal seal = new Seal();

    @BeforeEach
    void useAKey() {
        seal.realms = new Realms() {
            @Override
            String key() {
                return "a key that is long enough";
            }
        };
    }

    @Test
    void is_read_as_it_was_written() {
        var begun = LoginState.begin(ACME_DE, "/courses/安全?a=b", NOW);

        assertThat(LoginState.read(begun.write())).contains(begun);
    }

    @Test
    void fits_its_own_tenant_and_state_for_ten_minutes() {
        var begun = LoginState.begin(ACME_DE, "/", NOW);
        String state = begun.state().getValue();

        assertThat(begun.fits(ACME_DE, state, NOW.plusSeconds(599))).isTrue();
        assertThat(begun.fits(ACME_DE, state, NOW.plusSeconds(600))).isFalse();
        assertThat(begun.fits(ACME_AT, state, NOW)).isFalse();
        assertThat(begun.fits(ACME_DE, state + "x", NOW)).isFalse();
        assertThat(begun.fits(ACME_DE, "", NOW)).isFalse();
    }

    @Test
    void leads_to_the_first_page_if_another_site_was_asked_for() {
        assertThat(LoginState.begin(ACME_DE, "//evil.example", NOW).back()).isEqualTo("/");
    }

    @Test
    void what_is_sealed_opens_for_its_own_purpose_only() {
        String closed = seal.close("sign-on", "text");

        assertThat(seal.open("sign-on", closed)).contains("text");
        assertThat(seal.open("sign-out", closed)).isEmpty();
        assertThat(seal.open("sign-on", closed.substring(0, closed.length() - 3) + "AAA"))
                .isEmpty();
        assertThat(seal.open("sign-on", "nonsense")).isEmpty();
    }
}
