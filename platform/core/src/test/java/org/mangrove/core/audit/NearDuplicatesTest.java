package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.audit.SampleAsset.DAY;
import static org.mangrove.core.audit.SampleAsset.inventory;
import static org.mangrove.core.audit.SampleAsset.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Evidence.SharedText;

class NearDuplicatesTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private static final String LIFT = """
            Before you drive, walk around the truck once and look for oil below it, for cuts in the tyres and for bent forks.
            Try the horn, the brake and the steering while you stand. If anything is wrong, take the key out, hang the red tag
            on the wheel and tell your supervisor, who decides whether the truck may be driven again.""";

    private static final String LADDER = """
            A ladder stands safely when its feet are on firm ground and it leans one metre away for every four metres of height.
            Climb with both hands free, keep your belt between the rails, and never stand on the top three rungs. Whoever works
            longer than half an hour at a height needs a platform instead.""";

    private static final String FOOTER = """
            This course belongs to the company. It may be shown to employees and to those who work on our sites. Whoever has
            questions about it asks the department for safety, which keeps the record of all instructions for five years.""";

    @Test
    void finds_a_copy_in_which_somebody_has_changed_some_words_and_shows_the_passage() {
        String changed =
                LIFT.replace("horn", "bell").replace("supervisor", "foreman").replace("oil", "water");

        List<Finding> found = found(
                named("lift").says(Locale.ENGLISH, FOOTER, LIFT),
                named("ladder").says(Locale.ENGLISH, FOOTER, LADDER),
                named("truck").says(Locale.ENGLISH, changed, FOOTER));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.subjects()).containsExactly("lift", "truck");
            assertThat(finding.action()).isEqualTo(ProposedAction.KEEP_ONE);
            assertThat(finding.evidence()).singleElement().isInstanceOfSatisfying(SharedText.class, shared -> {
                assertThat(shared.alike()).isBetween(0.3, 0.9);
                assertThat(shared.here().text()).isEqualTo(LIFT);
                assertThat(shared.there().text()).isEqualTo(changed);
            });
        });
    }

    @Test
    void does_not_take_courses_of_one_template_for_copies() {
        List<SampleAsset> assets = IntStream.range(0, 40)
                .mapToObj(at -> named("course-" + at).says(Locale.ENGLISH, FOOTER, LIFT, gibberish(at, 100), LADDER))
                .toList();

        assertThat(found(assets.toArray(SampleAsset[]::new))).isEmpty();
    }

    @Test
    void does_not_take_what_thirty_markets_have_copied_for_a_template() {
        var assets = new ArrayList<SampleAsset>();
        IntStream.range(0, 100)
                .forEach(at -> assets.add(named("other-" + at).says(Locale.ENGLISH, FOOTER, gibberish(at, 120))));
        IntStream.range(0, 30)
                .forEach(at -> assets.add(named("market-" + at)
                        .says(Locale.ENGLISH, FOOTER, goneOver(LIFT, at), goneOver(LADDER, at), "Site " + at)));

        assertThat(found(assets.toArray(SampleAsset[]::new))).singleElement().satisfies(finding -> {
            assertThat(finding.subjects()).hasSize(30).allMatch(key -> key.startsWith("market-"));
            assertThat(finding.evidence()).hasSizeLessThanOrEqualTo(5);
        });
    }

    @Test
    void finds_an_extract_of_something_much_longer() {
        List<Finding> found = found(
                named("long").says(Locale.ENGLISH, LIFT, gibberish(1, 200), gibberish(2, 200)),
                named("short").says(Locale.ENGLISH, gibberish(3, 15), LIFT));

        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence().getFirst())
                        .isInstanceOfSatisfying(SharedText.class, shared -> {
                            assertThat(shared.alike()).isLessThan(0.3);
                            assertThat(shared.contained()).isGreaterThan(0.6);
                            assertThat(shared.here().text()).isEqualTo(LIFT);
                            assertThat(shared.there().text()).isEqualTo(LIFT);
                        }));
    }

    @Test
    void does_not_take_two_that_quote_the_same_law_for_copies() {
        assertThat(found(
                        named("a").says(Locale.ENGLISH, FOOTER, gibberish(1, 150)),
                        named("b").says(Locale.ENGLISH, FOOTER, gibberish(2, 150))))
                .isEmpty();
    }

    @Test
    void tells_words_where_no_spaces_are() {
        String japanese = "運転する前に、車両の周りを一周し、油漏れ、タイヤの傷、フォークの曲がりがないかを確認します。異常があれば鍵を抜き、"
                + "ハンドルに赤い札を掛けて、上司に知らせてください。上司が再び運転してよいかどうかを決めます。";
        String other = "はしごは、足が固い地面にあり、高さ四メートルごとに一メートル離して立て掛けたときに安定します。両手を空けて登り、"
                + "上から三段目より上には決して立たないでください。三十分より長く作業するときは足場を使います。";

        assertThat(found(
                        named("a").says(Locale.JAPANESE, japanese),
                        named("b").says(Locale.JAPANESE, other),
                        named("c")
                                .says(
                                        Locale.JAPANESE,
                                        japanese.replace("上司", "班長").replace("赤い", "黄色い"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subjects()).containsExactly("a", "c"));
    }

    @Test
    void neither_vowel_signs_nor_markup_nor_addresses_make_another_text() {
        String arabic =
                "قبل أن تقود الرافعة در حولها مرة واحدة وابحث عن زيت تحتها وعن شقوق في الإطارات وعن انحناء في الشوكات ثم جرب البوق"
                        + " والفرامل والمقود وأنت واقف فإذا وجدت خللا فأخرج المفتاح وعلق البطاقة الحمراء على المقود وأخبر مشرفك";

        assertThat(found(
                        named("a").says(ARABIC, arabic),
                        named("b")
                                .says(ARABIC, "**" + arabic.replace("البوق", "[البوق](https://example.org/x)") + "**")))
                .hasSize(1);
    }

    @Test
    void what_is_alike_in_one_of_two_languages_is_alike() {
        assertThat(found(
                        named("a").says(Locale.ENGLISH, LIFT).says(Locale.GERMAN, gibberish(1, 80)),
                        named("b").says(Locale.ENGLISH, LIFT).says(ARABIC, gibberish(2, 80))))
                .hasSize(1);
    }

    @Test
    void says_nothing_about_what_hardly_says_anything() {
        assertThat(found(
                        named("a").says(Locale.ENGLISH, "Read the notice at the gate, please, and sign it."),
                        named("b").says(Locale.ENGLISH, "Read the notice at the gate, please, and keep it."),
                        named("c").says(Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void the_order_in_which_assets_are_named_does_not_matter() throws InterruptedException {
        List<AuditedAsset> assets = Stream.of(
                        named("a").says(Locale.ENGLISH, LIFT),
                        named("b").says(Locale.ENGLISH, LADDER),
                        named("c").says(Locale.ENGLISH, LIFT + " " + gibberish(4, 20)))
                .map(SampleAsset::asset)
                .toList();
        var reversed = new Inventory(DAY, assets.reversed(), List.of(), Fact.unknown());

        assertThat(subjects(new NearDuplicates().look(reversed)))
                .isEqualTo(subjects(new NearDuplicates().look(inventory(assets.toArray(AuditedAsset[]::new)))))
                .containsExactly(List.of("a", "c"));
    }

    private static List<List<String>> subjects(Detection detection) {
        return detection.findings().stream().map(Finding::subjects).toList();
    }

    private static List<Finding> found(SampleAsset... assets) {
        try {
            return new NearDuplicates()
                    .look(inventory(Stream.of(assets).map(SampleAsset::asset).toArray(AuditedAsset[]::new)))
                    .findings();
        } catch (InterruptedException nobodyAsked) {
            throw new AssertionError(nobodyAsked);
        }
    }

    /** Two of a hundred words are another. */
    private static String goneOver(String text, long seed) {
        var random = new SplittableRandom(seed);
        return Stream.of(text.split("\\s+"))
                .map(word -> random.nextInt(50) == 0 ? "x" + random.nextInt(1_000) : word)
                .collect(Collectors.joining(" "));
    }

    private static String gibberish(long seed, int words) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, words)
                .mapToObj(at -> random.ints(random.nextInt(2, 9), 'a', 'z' + 1)
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
