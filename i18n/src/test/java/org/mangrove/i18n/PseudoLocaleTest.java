package org.mangrove.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudoLocaleTest {

    private static final String PLACES = "{places, plural, =0 {{course} is full.} one {One place left in {course}.}"
            + " other {# places left in {course}.}}";

    @Test
    void accents_and_lengthens_what_is_read_and_nothing_else() {
        assertThat(PseudoLocale.ACCENTED.of("Hello {name}, it''s {role, select, manager {you} other {them}}"))
                .startsWith("[Ĥéļļö {name}, îţ''š {role, select, manager {ýöû} other {ţĥéɱ}} ")
                .endsWith("]");
    }

    @Test
    void a_sentence_grows_by_a_third() {
        String english = "Everybody who works here has to take this course once a year.";

        assertThat(PseudoLocale.ACCENTED.of(english).length())
                .isBetween(Math.round(english.length() * 1.3f), Math.round(english.length() * 1.45f));
    }

    @Test
    void what_comes_out_is_still_a_pattern_with_the_same_arguments_and_forms() {
        for (PseudoLocale pseudo : PseudoLocale.values()) {
            assertThat(Wording.of(pseudo.of(PLACES))).isEqualTo(Wording.of(PLACES));
        }
        assertThat(new MessageFormat(PseudoLocale.ACCENTED.of(PLACES), ULocale.ENGLISH)
                        .format(Map.of("places", 2, "course", "A")))
                .startsWith("[2 þļåçéš ļéƒţ îñ A.");
    }

    @Test
    void the_mirrored_one_turns_the_letters_round() {
        assertThat(PseudoLocale.MIRRORED.of("Hello {name}!")).isEqualTo("\u202EHello \u202C{name}\u202E!\u202C");
    }

    @Test
    void every_sentence_of_the_platform_survives_the_disguise() {
        Bundles.ofPlatform().texts().getOrDefault(Locale.ENGLISH, Map.of()).forEach((key, text) -> {
            for (PseudoLocale pseudo : PseudoLocale.values()) {
                assertThat(Wording.of(pseudo.of(text))).as(key).isEqualTo(Wording.of(text));
            }
        });
    }

    @Test
    void they_are_found_by_their_tags() {
        assertThat(PseudoLocale.find(Locale.forLanguageTag("en-XA"))).contains(PseudoLocale.ACCENTED);
        assertThat(PseudoLocale.find(Locale.ENGLISH)).isEmpty();
    }
}
