package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

class LocalQualityTest {

    private static final String HARD = "Employees communicate irregularities electronically. ".repeat(30);
    private static final AssetVersion COURSE =
            new JudgedCourse("en").candidate().version();

    @Test
    void a_text_is_judged_by_itself_in_the_languages_in_which_it_is_said() {
        LocalQuality.Judged judged = judge(block(BlockKind.TEXT, Map.of("body", HARD)), "body");

        assertThat(judged.blocking()).singleElement().satisfies(finding -> {
            assertThat(finding.shortcoming()).isEqualTo(Shortcoming.TOO_HARD);
            assertThat(finding.place()).isEqualTo(Place.of("ours", "body", "en"));
        });
        assertThat(judge(block(BlockKind.TEXT, Map.of("body", "A few words.")), "body")
                        .isFine())
                .isTrue();
    }

    @Test
    void what_the_market_has_not_written_is_not_held_against_it() {
        Block film = block(BlockKind.VIDEO, Map.of("transcript", "We see a door. It opens."));
        Block text = block(BlockKind.TEXT, Map.of("heading", "Ours", "body", HARD));

        assertThat(judge(film, "transcript").isFine())
                .as("the captions are the master's")
                .isTrue();
        assertThat(judge(text, "heading").isFine()).isTrue();
    }

    @Test
    void an_alternative_text_that_says_too_little_is_refused_and_told_what_mends_it() {
        LocalQuality.Judged judged = judge(block(BlockKind.IMAGE, Map.of("alt", "Door")), "alt");

        assertThat(judged.blocking()).extracting(Finding::shortcoming).containsExactly(Shortcoming.ALT_TOO_SHORT);
        assertThat(judged.blocking().getFirst().remedy().key()).isEqualTo("quality.remedy.alt-too-short");
    }

    @Test
    void what_only_warns_blocks_nothing_and_is_told() {
        LocalQuality.Judged judged =
                judge(block(BlockKind.TEXT, Map.of("body", "In 2019 we will move to the new hall.")), "body");

        assertThat(judged.blocking()).isEmpty();
        assertThat(judged.told()).extracting(Finding::shortcoming).containsExactly(Shortcoming.YEAR_OVER);
    }

    @Test
    void a_market_that_demands_more_refuses_what_another_lets_pass() {
        Block text =
                block(BlockKind.TEXT, Map.of("body", "We look at the door and then we close it again. ".repeat(15)));
        Rubric strict = RubricFile.PLATFORM.with(Map.of("reading-level.en", "90", "reading-level.from-words", "50"));

        assertThat(judge(text, "body").isFine()).isTrue();
        LocalQuality.Judged judged =
                LocalQuality.judge(strict, JudgedCourse.TODAY, COURSE, List.of(), longWords(), "body");
        assertThat(judged.blocking()).isNotEmpty();
    }

    @Test
    void every_figure_of_the_rubric_that_can_be_chosen_is_one_of_the_policy() {
        assertThat(new QualityPolicy().definition().figures())
                .allSatisfy(
                        figure -> assertThat(figure.canBe(figure.platform())).isTrue())
                .extracting(figure -> figure.subject())
                .contains("reading-level/ja", "reading-level/severity", "alternative-text/least-ideographs")
                .doesNotContain("captions/severity", "byte-budget/page-kilobytes");
    }

    private static Block longWords() {
        return block(
                BlockKind.TEXT, Map.of("body", "Employees examine the corridor before they leave it. ".repeat(10)));
    }

    private static Block block(BlockKind kind, Map<String, String> english) {
        var fields = new TreeMap<String, Field>();
        english.forEach((field, text) -> fields.put(field, Field.words(Map.of("en", text))));
        return new Block("ours", kind, fields);
    }

    private static LocalQuality.Judged judge(Block block, String field) {
        return LocalQuality.judge(RubricFile.PLATFORM, JudgedCourse.TODAY, COURSE, List.of(), block, field);
    }
}
