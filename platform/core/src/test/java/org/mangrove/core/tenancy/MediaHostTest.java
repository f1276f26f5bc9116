package org.mangrove.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Address.Kind;
import org.mangrove.core.tenancy.MediaHost.Permit;

class MediaHostTest {

    private static final String ORIGIN = "http://media.localhost:8080";
    private static final String FILE = "0123456789abcdef".repeat(4);
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final Address BERLIN =
            new Address(Kind.TENANT, "acme-de", "http://acme-de.localhost:8080", "", "/catalogue");
    private static final Address BERLIN_BY_PREFIX =
            new Address(Kind.TENANT, "acme-de", "http://localhost:8080", "/t/acme-de", "/catalogue");
    private static final Address ACME = new Address(Kind.CORE, "acme", "http://acme.localhost:8080", "", "/masters");

    @Test
    void opens_what_it_has_sealed() {
        assertThat(host(MORNING).open(pathOf(BERLIN))).contains(new Permit(Kind.TENANT, "acme-de", FILE));
        assertThat(host(MORNING).open(pathOf(ACME))).contains(new Permit(Kind.CORE, "acme", FILE));
    }

    @ParameterizedTest
    @CsvSource({"acme-de, acme-sa", "/t/, /e/", "0123456789abcdef$, 0123456789abcdee"})
    void does_not_open_what_was_made_from_another_address(String from, String to) {
        String another = pathOf(BERLIN).replaceFirst(from, to);

        assertThat(another).isNotEqualTo(pathOf(BERLIN));
        assertThat(host(MORNING).open(another)).isEmpty();
    }

    @Test
    void does_not_open_what_another_key_has_sealed() {
        var another = host(MORNING, Map.of("mangrove.client-secret-key", "of another installation"));

        assertThat(another.open(pathOf(BERLIN))).isEmpty();
    }

    @Test
    void opens_an_address_on_its_own_day_and_the_next_one() {
        assertThat(host(Instant.parse("2026-11-23T23:59:59Z")).open(pathOf(BERLIN)))
                .isPresent();
        assertThat(host(Instant.parse("2026-11-24T00:00:00Z")).open(pathOf(BERLIN)))
                .isEmpty();
        assertThat(host(Instant.parse("2026-11-21T23:59:59Z")).open(pathOf(BERLIN)))
                .isEmpty();
    }

    @Test
    void is_not_used_where_names_may_not_resolve() {
        assertThat(host(MORNING).originFor(BERLIN)).contains(ORIGIN);
        assertThat(host(MORNING).link(BERLIN_BY_PREFIX, FILE)).isEqualTo("/t/acme-de/media/" + FILE);
        assertThat(host(MORNING, Map.of()).link(BERLIN, FILE)).isEqualTo("/media/" + FILE);
    }

    @Test
    void is_always_used_where_it_has_a_name_of_its_own() {
        var abroad = host(MORNING, Map.of("mangrove.media.url", "https://mangrove-media.example"));

        assertThat(abroad.originFor(BERLIN_BY_PREFIX)).contains("https://mangrove-media.example");
    }

    @Test
    void is_asked_by_its_own_name_only() {
        assertThat(host(MORNING).isAsked("media.localhost:8080")).isTrue();
        assertThat(host(MORNING).isAsked("MEDIA.localhost:8080")).isTrue();
        assertThat(host(MORNING).isAsked("acme-de.localhost:8080")).isFalse();
        assertThat(host(MORNING, Map.of()).isAsked("media.localhost:8080")).isFalse();
    }

    private static String pathOf(Address page) {
        String link = host(MORNING).link(page, FILE);
        assertThat(link).startsWith(ORIGIN + "/");
        return link.substring(ORIGIN.length());
    }

    private static MediaHost host(Instant now) {
        return host(now, Map.of("mangrove.media.url", ORIGIN));
    }

    private static MediaHost host(Instant now, Map<String, String> settings) {
        var host = new MediaHost();
        host.clock = Clock.fixed(now, ZoneOffset.UTC);
        host.configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name))
                        .or(() -> name.equals("mangrove.client-secret-key")
                                ? Optional.of("of this installation")
                                : Optional.empty());
            }
        };
        return host;
    }
}
