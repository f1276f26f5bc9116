package org.mangrove.core.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.identity.SignOnCookies;
import org.mangrove.core.tenancy.Address;

class CookiesTest {

    private static final Address LOCAL = at("http", "acme-de.localhost:8080", "/");
    private static final Address PREFIXED = at("http", "127.0.0.1:8080", "/t/acme-de/");
    private static final Address ENCRYPTED =
            Address.parse("https", "acme-de.learn.example", "/", "learn.example", "acme-de"::equals, slug -> false);

    @Test
    void need_no_encryption_on_ones_own_machine() {
        assertThat(give(LOCAL))
                .isEqualTo("mangrove=t; Path=/; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void are_for_one_host_and_encrypted_everywhere_else() {
        assertThat(give(ENCRYPTED)).isEqualTo("__Host-mangrove=t; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void have_a_name_and_a_path_for_each_tenant_on_a_shared_host() {
        assertThat(give(PREFIXED)).isEqualTo("mangrove-acme-de=t; Path=/t/acme-de/; HttpOnly; SameSite=Lax");
    }

    @Test
    void are_taken_back_where_they_were_given() {
        assertThat(Cookies.take(PREFIXED, "mangrove-acme-de", "/"))
                .isEqualTo("mangrove-acme-de=; Path=/t/acme-de/; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    @Test
    void a_form_token_fits_its_own_session_only_and_never_looks_the_same() {
        var session = OpaqueToken.next();
        String one = CsrfToken.mask(session);
        String other = CsrfToken.mask(session);

        assertThat(one).isNotEqualTo(other);
        assertThat(CsrfToken.fits(session, one)).isTrue();
        assertThat(CsrfToken.fits(session, other)).isTrue();
        assertThat(CsrfToken.fits(OpaqueToken.next(), one)).isFalse();
        assertThat(CsrfToken.fits(session, "")).isFalse();
        assertThat(CsrfToken.fits(session, "not base64!")).isFalse();
        assertThat(CsrfToken.fits(session, session.text())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a\\b",
                "",
                "a"
            })
    void nobody_is_sent_away_from_here(String wished) {
        assertThat(SignOnCookies.pathOfOurs(wished)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalogue", "/catalogue?q=a%20b&sort=title", "/courses/安全"})
    void people_come_back_to_where_they_were(String wished) {
        assertThat(SignOnCookies.pathOfOurs(wished)).isEqualTo(wished);
    }

    @Test
    void a_chosen_language_wins_over_the_tenants_and_that_over_the_browsers() {
        List<Locale> tenant = List.of(Locale.JAPANESE, Locale.ENGLISH);
        Optional<String> browser = Optional.of("de-DE,de;q=0.9,en;q=0.5");

        assertThat(RequestLanguage.of(Optional.of(Locale.ENGLISH), Optional.of("ja"), tenant, browser))
                .isEqualTo(Locale.ENGLISH);
        assertThat(RequestLanguage.of(Optional.empty(), Optional.of("en"), tenant, browser))
                .isEqualTo(Locale.ENGLISH);
        assertThat(RequestLanguage.of(Optional.empty(), Optional.of("xx"), tenant, browser))
                .isEqualTo(Locale.JAPANESE);
        assertThat(RequestLanguage.of(Optional.empty(), Optional.empty(), List.of(), browser))
                .isEqualTo(Locale.GERMAN);
    }

    private static String give(Address address) {
        return Cookies.give(address, Cookies.session(address), "t", "/", Optional.<Duration>empty());
    }

    private static Address at(String scheme, String host, String path) {
        return Address.parse(scheme, host, path, "localhost", "acme-de"::equals, slug -> false);
    }
}
