package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every form of ours does, whatever it is for: it leads back to where it was sent from, and comes from us. */
@ExtendWith(WholeStack.class)
class FormsIT {

    @Test
    void choosing_a_language_keeps_the_page(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
            lena.go("/t/acme-de/catalogue?sort=title");

            var english = lena.submit(
                    "/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue?sort=title")));

            assertThat(english.address().toString()).endsWith("/t/acme-de/catalogue?sort=title");
            assertThat(english.text()).contains("<html lang=\"en");
            var away = lena.submit(
                    "/t/acme-de/language", Map.of("language", List.of("de"), "back", List.of("//example.org/")));
            assertThat(away.address().getAuthority()).isEqualTo(site.url().getAuthority());
        }
    }

    @Test
    void a_form_of_other_hands_changes_nothing_with_or_without_files(WholeStack.Site site) {
        try (var lena = new Visitor(site, "de");
                var oliver = new Visitor(site, "en")) {
            lena.signOn(Learner.LENA);
            var url = lena.submitForged("/t/acme-de/language", Map.of("language", List.of("en")));
            assertThat(url.status()).isEqualTo(403);

            assertThat(oliver.arrive("/e/acme/masters", "oliver.stein", Learner.PASSWORD)
                            .status())
                    .isEqualTo(200);
            assertThat(oliver.upload("/e/acme/masters", "").status())
                    .as("without the token")
                    .isEqualTo(403);
            assertThat(oliver.upload("/e/acme/masters", oliver.csrf()).status())
                    .as("with the token it is looked at, and is no package")
                    .isNotIn(403, 415);
        }
    }
}
