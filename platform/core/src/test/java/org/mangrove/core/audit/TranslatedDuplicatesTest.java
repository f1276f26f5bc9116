package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.audit.SampleAsset.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Evidence.SharedSources;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

class TranslatedDuplicatesTest {

    private static final String ENGLISH =
            "A load of 1250 kg, 85.5 dB, 12 bar: [rules](https://example.org/en/lifting) by ISO 3691.";

    @Test
    void finds_a_translation_by_what_is_the_same_in_every_language() {
        List<Finding> found = found(
                named("lift").says(Locale.ENGLISH, ENGLISH).shows(picture(1), picture(2)),
                named("heben")
                        .says(Locale.JAPANESE, "荷重１２５０キロ、８５.５デシベル、１２バール：[規則](https://example.org/ja/lifting) ISO 3691。")
                        .shows(picture(1), picture(3)));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.subjects()).containsExactly("heben", "lift");
            assertThat(finding.action()).isEqualTo(ProposedAction.JOIN_LANGUAGES);
            assertThat(finding.evidence())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SharedSources.class,
                            shared -> assertThat(shared.sources())
                                    .contains(
                                            "1250",
                                            "85.5",
                                            "example.org/lifting",
                                            "iso 3691",
                                            picture(1).digest().hex()));
        });
    }

    @Test
    void does_not_take_those_that_only_cite_the_same_law_and_picture_for_translations() {
        assertThat(found(
                        named("a")
                                .says(Locale.ENGLISH, "By ISO 3691 and 2016/679: 10 kg, 20 kg, 30 kg, 11 m, 14 m.")
                                .shows(picture(1), picture(2)),
                        named("b")
                                .says(Locale.GERMAN, "Nach ISO 3691 und 2016/679: 44 kg, 55 kg, 66 kg, 77 m, 88 m.")
                                .shows(picture(1), picture(3))))
                .isEmpty();
    }

    @Test
    void does_not_take_courses_of_one_form_for_translations() {
        String[] form = {"text", "single 4 c", "image", "multiple 5 3", "text", "single 3 a", "callout", "text"};

        assertThat(found(
                        named("a").says(Locale.ENGLISH, "Words.").asks(form),
                        named("b").says(Locale.GERMAN, "Wörter.").asks(form)))
                .isEmpty();
    }

    @Test
    void leaves_those_that_share_a_language_to_their_words() {
        assertThat(found(
                        named("a").says(Locale.ENGLISH, ENGLISH).says(Locale.GERMAN, ENGLISH),
                        named("b").says(Locale.GERMAN, ENGLISH)))
                .isEmpty();
    }

    @Test
    void what_everybody_shows_says_nothing() {
        var assets = new ArrayList<SampleAsset>();
        for (int at = 0; at < 60; at++) {
            assets.add(named("course-" + at)
                    .says(
                            at % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN,
                            "Call 112 or 110, open 24 hours: https://example.org/help https://example.org/terms 2016/679. "
                                    + "Here it is " + (1_000 + at) + " and " + (2_000 + at) + ".")
                    .shows(picture(1), picture(2), picture(100 + at)));
        }

        assertThat(found(assets.toArray(SampleAsset[]::new))).isEmpty();
    }

    private static AuditedMedia picture(int number) {
        return new AuditedMedia("b", Digest.of(new byte[] {(byte) number, 7}), MediaType.PNG, Fact.none());
    }

    private static List<Finding> found(SampleAsset... assets) {
        try {
            return new TranslatedDuplicates()
                    .look(SampleAsset.inventory(
                            Arrays.stream(assets).map(SampleAsset::asset).toArray(AuditedAsset[]::new)))
                    .findings();
        } catch (InterruptedException nobodyAsked) {
            throw new AssertionError(nobodyAsked);
        }
    }
}
