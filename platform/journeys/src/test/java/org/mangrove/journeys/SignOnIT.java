package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing on with the real Keycloak: what it is meant for, and what somebody with ill will would try. */
@ExtendWith(WholeStack.class)
class SignOnIT {

    @Test
    void people_of_a_company_with_a_provider_of_its_own_never_see_our_sign_on(WholeStack.Site site) {
        try (var haruka = new Visitor(site, "ja")) {
            haruka.signOn(Learner.HARUKA);

            assertThat(haruka.askedBy())
                    .isNotEmpty()
                    .allMatch(page -> page.getPath().startsWith("/realms/acme-jp-company/"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/t/acme-de, katrin.hoffmann",
        "/t/acme-de, jonas.weber",
        "/t/acme-de, sabine.krueger",
        "/t/acme-de, miriam.vogel",
        "/t/acme-de, thomas.albrecht",
        "/t/acme-sa, sultan.almutairi",
        "/t/acme-jp, yumi.tanaka",
        "/t/borealis-jp, makoto.hayashi",
        "/e/acme, ingrid.falk",
        "/e/acme, oliver.stein",
        "/e/borealis, helga.brenner"
    })
    void everybody_has_a_page_to_start_from(String place, String user, WholeStack.Site site) {
        try (var visitor = new Visitor(site, "en")) {
            var start = visitor.arrive(place + "/", user, Learner.PASSWORD);

            assertThat(start.status()).as("%s", start.address()).isEqualTo(200);
            assertThat(start.text()).containsPattern("<h1[ >]").contains("action=\"" + place + "/sign-out\"");
        }
    }

    @Test
    void who_is_not_of_the_house_is_told_so_and_has_no_session(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            var refused = lena.arrive("/t/acme-at/sign-on?back=/catalogue", "lena.brandt", Learner.PASSWORD);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.address().getPath()).isEqualTo("/t/acme-at/sign-on/no-access");
            assertThat(lena.go("/t/acme-at/catalogue").isRedirect()).isTrue();
        }
    }

    @Test
    void what_keycloak_sends_back_counts_once_and_in_the_browser_that_asked(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de");
                var thief = new Visitor(site, "de")) {
            URI callback = lena.comeBackWith("/t/acme-de/sign-on", "lena.brandt", Learner.PASSWORD);

            assertThat(lena.follow(thief.visit(callback)).address().getPath())
                    .as("another browser has not asked")
                    .isEqualTo("/t/acme-de/sign-on/failed");
            assertThat(thief.go("/t/acme-de/catalogue").isRedirect()).isTrue();

            try (var before = lena.twin()) {
                assertThat(lena.follow(lena.visit(callback)).status()).isEqualTo(200);
                assertThat(before.follow(before.visit(callback)).address().getPath())
                        .as("a second time")
                        .isEqualTo("/t/acme-de/sign-on/failed");
                assertThat(before.go("/t/acme-de/catalogue").isRedirect()).isTrue();
            }
        }
    }

    @Test
    void an_answer_to_one_tenants_question_is_none_to_anothers(WholeStack.Site site) {
        try (var clara = new Visitor(site, "de")) {
            URI callback = clara.comeBackWith("/t/acme-de/sign-on", "clara.lindner", Learner.PASSWORD);

            var elsewhere =
                    clara.follow(clara.visit(URI.create(callback.toString().replace("/t/acme-de/", "/t/acme-at/"))));

            assertThat(elsewhere.address().getPath()).isEqualTo("/t/acme-at/sign-on/failed");
        }
    }

    @Test
    void nobody_talks_us_into_encryption_that_is_not_there(WholeStack.Site site) {
        var answer = Http.once(HttpRequest.newBuilder(site.url().resolve("/t/acme-de/sign-on"))
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "proto=https;host=evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .build());

        assertThat(answer.location().orElseThrow())
                .contains(Form.encoded(site.url() + "/t/acme-de/sign-on/callback"))
                .doesNotContain("evil.example");
        assertThat(answer.cookies())
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }
}
