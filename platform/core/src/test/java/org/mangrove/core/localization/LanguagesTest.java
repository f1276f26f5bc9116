package org.mangrove.core.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.tenancy.SampleTenants.ARABIC;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;
import static org.mangrove.core.tenancy.SampleTenants.RIYADH;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.tenancy.SampleTenants;

class LanguagesTest {

    private final Languages languages = new Languages();

    @Test
    void what_a_person_has_chosen_holds_against_tenant_and_browser() {
        assertThat(languages.choose(SampleTenants.of(BERLIN), Optional.of(ARABIC), Optional.of("ja")))
                .isEqualTo(ARABIC);
    }

    @Test
    void without_a_choice_the_browser_chooses_among_the_tenants_languages() {
        var berlin = SampleTenants.of(BERLIN);
        assertThat(languages.choose(berlin, Optional.empty(), Optional.of("en-GB,en;q=0.9,de;q=0.5")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(languages.choose(berlin, Optional.empty(), Optional.of("ja,de-AT;q=0.5")))
                .isEqualTo(Locale.GERMAN);
        assertThat(languages.choose(berlin, Optional.empty(), Optional.of("ja")))
                .isEqualTo(Locale.GERMAN);
        assertThat(languages.choose(berlin, Optional.empty(), Optional.empty())).isEqualTo(Locale.GERMAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", ";;;", "de;q=7", "x-y-z-\u0000", "en;q="})
    void a_header_that_makes_no_sense_is_no_wish(String header) {
        assertThat(languages.choose(SampleTenants.of(BERLIN), Optional.empty(), Optional.of(header)))
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void a_choice_that_is_not_offered_counts_as_none() {
        assertThat(languages.choose(SampleTenants.of(BERLIN), Optional.of(Locale.KOREAN), Optional.empty()))
                .isEqualTo(Locale.GERMAN);
        assertThat(languages.find(SampleTenants.of(BERLIN), "ko")).isEmpty();
        assertThat(languages.find(SampleTenants.of(BERLIN), "AR")).contains(ARABIC);
    }

    @Test
    void offers_the_tenants_languages_first_then_what_else_the_platform_has() {
        assertThat(languages.offered(SampleTenants.of(RIYADH)))
                .containsExactly(ARABIC, Locale.ENGLISH, Locale.GERMAN, Locale.JAPANESE);
    }

    @Test
    void languages_that_nobody_speaks_are_offered_only_on_demand() {
        assertThat(languages.ofPlatform()).doesNotContain(Locale.forLanguageTag("en-XA"));
        assertThat(new Languages(true).ofPlatform())
                .contains(Locale.forLanguageTag("en-XA"), Locale.forLanguageTag("ar-XB"));
        assertThat(new Languages(true).isRightToLeft(Locale.forLanguageTag("ar-XB")))
                .isTrue();
    }

    @Test
    void names_languages_in_themselves_and_knows_their_direction() {
        assertThat(languages.autonym(Locale.GERMAN)).isEqualTo("Deutsch");
        assertThat(languages.autonym(ARABIC)).isEqualTo("العربية");
        assertThat(languages.autonym(Locale.JAPANESE)).isEqualTo("日本語");
        assertThat(languages.isRightToLeft(ARABIC)).isTrue();
        assertThat(languages.isRightToLeft(Locale.GERMAN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//evil.example", "https://evil.example", "/\\evil.example", "catalogue", "/a\nb", "\\/x"})
    void a_way_back_that_leads_elsewhere_is_refused(String back) {
        assertThat(languages.isLocalPage(back)).isFalse();
    }

    @Test
    void a_way_back_within_the_house_is_fine() {
        assertThat(languages.isLocalPage("/t/acme-de/catalogue?page=2#top")).isTrue();
    }
}
