package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mangrove.core.quality.CriterionKind.ALTERNATIVE_TEXT;
import static org.mangrove.core.quality.CriterionKind.BYTE_BUDGET;
import static org.mangrove.core.quality.CriterionKind.CAPTIONS;
import static org.mangrove.core.quality.CriterionKind.CLAIMS_IN_TIME;
import static org.mangrove.core.quality.CriterionKind.CLAIMS_VERIFIED;
import static org.mangrove.core.quality.CriterionKind.HEADINGS;
import static org.mangrove.core.quality.CriterionKind.LEGAL_REFERENCES;
import static org.mangrove.core.quality.CriterionKind.LICENCES;
import static org.mangrove.core.quality.CriterionKind.LINK_TEXTS;
import static org.mangrove.core.quality.CriterionKind.PAST_YEARS;
import static org.mangrove.core.quality.CriterionKind.READING_LEVEL;
import static org.mangrove.core.quality.CriterionKind.REVIEW_DATE;
import static org.mangrove.core.quality.JudgedCourse.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** Each criterion finds what falls short, tells where, and leaves alone what does not. */
class ExaminationTest {

    @Test
    void a_course_without_defects_has_all_points() {
        Report report = new JudgedCourse("en", "de")
                .picture(
                        "plan",
                        20_000,
                        Map.of("en", "A corridor with two exits.", "de", "Ein Flur mit zwei Ausgängen."))
                .text("call", "en", "Call 112.")
                .report();

        assertThat(report.findings()).isEmpty();
        assertThat(report.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | IMG_2041             | ALT_IS_FILE_NAME",
                "en | desk-pause.svg       | ALT_IS_FILE_NAME",
                "en | A desk               | ALT_TOO_SHORT",
                "en | Image of a person at a desk. | ALT_SAYS_PICTURE",
                "en | This photo shows nothing wrong: a desk with a lamp. | ",
                "en | A picture hangs above the desk. | ",
                "de | Bild von einer Person am Schreibtisch. | ALT_SAYS_PICTURE",
                "de | Foto: eine Person am Schreibtisch. | ALT_SAYS_PICTURE",
                "de | Bildschirm mit einer Warnung und einem Schloss. | ",
                "ar | صورة من مكتب وعليه حاسوب | ALT_SAYS_PICTURE",
                "ar | شخص يجلس إلى مكتبه ويرفع يده | ",
                "ja | 机に向かう人の画像 | ALT_SAYS_PICTURE",
                "ja | 机に向かう人がキーボードから手を離しています。 | "
            })
    void pictures_are_said_in_words_that_say_more_than_that_they_are_pictures(
            String language, String alt, Shortcoming expected) {
        Report report = new JudgedCourse(language)
                .picture("plan", 1, Map.of(language, alt))
                .report();

        assertThat(report.findings(ALTERNATIVE_TEXT).stream().map(Finding::shortcoming))
                .containsExactlyElementsOf(
                        Optional.ofNullable(expected).stream().toList());
    }

    @Test
    void a_picture_is_said_in_each_language_of_the_course_and_not_by_its_caption() {
        Report report = new JudgedCourse("en", "de", "ja")
                .picture("plan", 1, Map.of("en", "A corridor with two exits.", "de", "x".repeat(301)))
                .block(
                        "door",
                        BlockKind.IMAGE,
                        Map.of(
                                "media",
                                Field.neutral("none"),
                                "alt",
                                Field.words(Map.of("en", "A red door.", "de", "Eine rote Tür.", "ja", "赤い扉が開いています。")),
                                "caption",
                                Field.words(Map.of("en", "A red door."))))
                .report();

        assertThat(report.findings(ALTERNATIVE_TEXT))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactlyInAnyOrder(
                        tuple(Place.of("plan", "alt", "ja"), Shortcoming.ALT_MISSING),
                        tuple(Place.of("plan", "alt", "de"), Shortcoming.ALT_TOO_LONG),
                        tuple(Place.of("door", "alt", "en"), Shortcoming.ALT_IS_CAPTION));
        assertThat(report.of(ALTERNATIVE_TEXT)).isEqualTo(new Score(ALTERNATIVE_TEXT, Severity.BLOCKS, 15, 6, 3));
        assertThat(report.of(ALTERNATIVE_TEXT).points()).isEqualTo(50);
    }

    @Test
    void a_film_has_captions_and_a_transcript_in_each_language() {
        var course = new JudgedCourse("en", "de");
        String film = course.file("media/film.webm", MediaType.WEBM, 1);
        String captions = course.file("media/film.en.vtt", MediaType.WEBVTT, 1);

        Report report = course.block(
                        "film",
                        BlockKind.VIDEO,
                        Map.of(
                                "media", Field.neutral(film),
                                "captions", Field.words(Map.of("en", captions)),
                                "transcript", Field.words(Map.of("en", "A hand.", "de", "Eine Hand."))))
                .report();

        assertThat(report.findings(CAPTIONS))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactly(tuple(Place.of("film", "captions", "de"), Shortcoming.CAPTIONS_MISSING));
    }

    @Test
    void a_sound_has_a_transcript_a_table_its_heads_and_a_file_its_words_in_each_language() {
        var course = new JudgedCourse("en", "de");
        String sound = course.file("media/bell.mp3", MediaType.MP3, 90_000_000);
        String sheet = course.file("media/sheet.pdf", MediaType.PDF, 1);

        Report report = course.block(
                        "bell",
                        BlockKind.AUDIO,
                        Map.of(
                                "media", Field.neutral(sound),
                                "title", Field.words(Map.of("en", "Bell")),
                                "transcript", Field.words(Map.of("en", "Rings."))))
                .block(
                        "table",
                        BlockKind.TABLE,
                        Map.of(
                                "rows", Field.ids(List.of("a", "b")),
                                "columns", Field.ids(List.of("c", "d")),
                                "heads", Field.neutral("row"),
                                "caption", Field.words(Map.of("en", "Numbers")),
                                "cells.a.c", Field.words(Map.of("en", "# One", "de", "Eins")),
                                "cells.a.d", Field.words(Map.of("en", "Two"))))
                .block(
                        "sheet",
                        BlockKind.FILE,
                        Map.of(
                                "media", Field.neutral(sheet),
                                "name", Field.neutral("sheet.pdf"),
                                "title", Field.words(Map.of("en", "Sheet", "de", "Bogen")),
                                "description", Field.words(Map.of("en", "For the warden."))))
                .block("code", BlockKind.CODE, Map.of("code", Field.words(Map.of("en", "### no heading", "de", "#"))))
                .report();

        assertThat(report.findings(CAPTIONS))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactly(tuple(Place.of("bell", "transcript", "de"), Shortcoming.TRANSCRIPT_MISSING));
        assertThat(report.findings(HEADINGS))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactlyInAnyOrder(
                        tuple(Place.of("table", "caption", "de"), Shortcoming.TABLE_WITHOUT_CAPTION),
                        tuple(Place.of("table", "cells.a.d", "de"), Shortcoming.TABLE_HEAD_EMPTY));
        assertThat(report.findings(LINK_TEXTS))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactly(tuple(Place.of("sheet", "description", "de"), Shortcoming.FILE_WITHOUT_WORDS));
        assertThat(report.findings(BYTE_BUDGET))
                .extracting(Finding::shortcoming)
                .as("a sound comes when it is started")
                .containsOnly(Shortcoming.COURSE_TOO_HEAVY);
    }

    @Test
    void headings_follow_each_other_without_a_gap() {
        Report report = new JudgedCourse("en")
                .text("fine", "en", "# One\n\ntext\n\n## Two\n\ntext\n\n# Three")
                .text("gap", "en", "# One\n\ntext\n\n### Deep")
                .text("late", "en", "## Two")
                .report();

        assertThat(report.findings(HEADINGS))
                .extracting(finding -> finding.place().block())
                .containsExactly("gap", "late");
        assertThat(report.findings(HEADINGS).getFirst().measures())
                .containsEntry("level", 3)
                .containsEntry("allowed", 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | [here](https://example.org)                    | LINK_SAYS_NOTHING",
                "en | [Click here.](https://example.org)             | LINK_SAYS_NOTHING",
                "en | [what to do here](https://example.org)         | ",
                "en | [](https://example.org)                        | LINK_SAYS_NOTHING",
                "en | <https://example.org/plan>                     | LINK_IS_ADDRESS",
                "en | [the plan](/plan)                              | LINK_LEADS_NOWHERE",
                "en | [the plan](javascript:alert)                   | LINK_LEADS_NOWHERE",
                "en | [the plan](mailto:desk@example.org)            | ",
                "de | [hier](https://example.org)                    | LINK_SAYS_NOTHING",
                "de | [Bitte hier](https://example.org)              | LINK_SAYS_NOTHING",
                "de | [Fluchtplan der Halle](https://example.org)    | ",
                "ar | [اضغط هنا](https://example.org)                | LINK_SAYS_NOTHING",
                "ar | [خطة الإخلاء](https://example.org)             | ",
                "ja | [こちら](https://example.org)                  | LINK_SAYS_NOTHING",
                "ja | [避難計画](https://example.org)                | "
            })
    void links_say_where_they_lead_and_lead_somewhere(String language, String text, Shortcoming expected) {
        Report report = new JudgedCourse(language).text("call", language, text).report();

        assertThat(report.of(LINK_TEXTS).checked()).isEqualTo(1);
        assertThat(report.findings(LINK_TEXTS).stream().map(Finding::shortcoming))
                .containsExactlyElementsOf(
                        Optional.ofNullable(expected).stream().toList());
    }

    @Test
    void a_text_that_is_too_hard_is_told_with_its_figures_and_the_hardest_place() {
        String easy = "The dog ran home. ".repeat(20);
        String hard = "Notwithstanding organisational considerations concerning interdepartmental responsibilities, "
                + "the aforementioned administrative representatives communicate irregularities electronically. ";
        Report report = new JudgedCourse("en")
                .text("easy", "en", easy)
                .text("hard", "en", hard.repeat(20))
                .report();

        Finding finding = report.findings(READING_LEVEL).getFirst();
        assertThat(finding.place()).isEqualTo(Place.of("hard", "body", "en"));
        assertThat(finding.measures()).containsEntry("limit", 50).containsEntry("formula", "flesch");
        assertThat((int) finding.measures().get("measured")).isLessThan(0);
        assertThat(new JudgedCourse("en")
                        .text("easy", "en", easy.repeat(3))
                        .report()
                        .of(READING_LEVEL)
                        .points())
                .isEqualTo(100);
        assertThat(new JudgedCourse("en")
                        .text("hard", "en", hard)
                        .report()
                        .of(READING_LEVEL)
                        .checked())
                .as("a formula says nothing about a few words")
                .isZero();
    }

    @Test
    void the_day_of_the_review_is_ahead_and_not_too_far() {
        assertThat(reviewed(0)).containsExactly(Shortcoming.REVIEW_OVER);
        assertThat(reviewed(1)).isEmpty();
        assertThat(reviewed(730)).isEmpty();
        assertThat(reviewed(732)).containsExactly(Shortcoming.REVIEW_TOO_FAR);
    }

    private static List<Shortcoming> reviewed(int days) {
        return new JudgedCourse("en")
                .reviewDue(TODAY.plusDays(days)).report().findings(REVIEW_DATE).stream()
                        .map(Finding::shortcoming)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The rules hold until March 2024.            | 2024",
                "Since 31.12.2023 nobody may.                | 2023",
                "From 2026 on and until 2030.                | ",
                "Regulation (EU) 2016/679 says so.           | ",
                "It costs €2000 and 2,000 people have it.    | ",
                "Room 2019a is 2019 m away.                  | 2019",
                "حتى عام ٢٠٢٢ فقط                            | 2022",
                "2021年4月から変わりました。                     | 2021",
                "令和3年から変わりました。                        | 2021",
                "令和9年までに変わります。                        | "
            })
    void years_that_are_over_are_told(String text, String year) {
        List<Finding> findings =
                new JudgedCourse("en").text("call", "en", text).report().findings(PAST_YEARS);

        assertThat(findings.stream().map(finding -> finding.measures().get("year")))
                .containsExactlyElementsOf(Optional.ofNullable(year).stream().toList());
    }

    @Test
    void claims_that_end_soon_warn_and_claims_that_have_ended_block() {
        Report report = new JudgedCourse("en")
                .text("call", "en", "Call 112.")
                .claim("call", "body", TODAY.plusDays(200))
                .claim("call", "body", TODAY.plusDays(30))
                .claim("call", "body", TODAY)
                .claim("gone", "body", TODAY)
                .report();

        assertThat(report.findings(CLAIMS_IN_TIME))
                .extracting(finding -> finding.measures().get("day"))
                .containsExactly(TODAY.plusDays(29));
        assertThat(report.findings(CLAIMS_VERIFIED))
                .extracting(finding -> finding.measures().get("day"))
                .as("what a text said that is there no more does not matter")
                .containsExactly(TODAY.minusDays(1));
        assertThat(report.blocking(Set.of())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Article 33 GDPR asks for it.        | true",
                "en | As section 12(1) says.              | true",
                "en | Section 2 of this course says more. | false",
                "de | Das verlangt § 12 ArbSchG.          | true",
                "de | Nach Art. 33 DSGVO.                 | true",
                "de | Die DGUV Vorschrift 1 verlangt es.  | true",
                "de | Die Art und Weise zählt.            | false",
                "ar | تنص المادة ٢٤ على ذلك.              | true",
                "ar | هذه مادة تدريبية.                   | false",
                "ja | 労働安全衛生法第59条による。             | true",
                "ja | 第一歩は報告です。                     | false"
            })
    void a_text_that_cites_the_law_is_verified_by_somebody(String language, String text, boolean cites) {
        var course = new JudgedCourse(language).text("call", language, text);

        assertThat(course.report().findings(LEGAL_REFERENCES)).hasSize(cites ? 1 : 0);
        assertThat(course.claim("call", "body", TODAY.plusDays(100)).report().findings(LEGAL_REFERENCES))
                .isEmpty();
    }

    @Test
    void each_file_may_be_shown() {
        var course = new JudgedCourse("en");
        course.unlicensed("media/found.png", MediaType.PNG, 1);
        course.credit(course.file("media/other.png", MediaType.PNG, 1), "all-rights-reserved", Optional.empty());
        course.credit(course.file("media/over.png", MediaType.PNG, 1), "contract", Optional.of(TODAY.minusDays(1)));
        course.credit(course.file("media/today.png", MediaType.PNG, 1), "contract", Optional.of(TODAY));

        assertThat(course.report().findings(LICENCES))
                .extracting(finding -> finding.place().field(), Finding::shortcoming)
                .containsExactlyInAnyOrder(
                        tuple("media/found.png", Shortcoming.LICENCE_MISSING),
                        tuple("media/other.png", Shortcoming.LICENCE_UNKNOWN),
                        tuple("media/over.png", Shortcoming.LICENCE_OVER));
    }

    @Test
    void what_others_have_written_may_be_said() {
        var course = new JudgedCourse("en").text("first", "en", "Wash your hands.");
        assertThat(course.report().findings(LICENCES)).isEmpty();
        course.textsBy("contract", Optional.of(TODAY));
        assertThat(course.report().findings(LICENCES)).isEmpty();

        course.textsBy("all-rights-reserved", Optional.of(TODAY.minusDays(1)));
        assertThat(course.report().findings(LICENCES))
                .extracting(Finding::place, Finding::shortcoming)
                .containsExactlyInAnyOrder(
                        tuple(Place.COURSE, Shortcoming.TEXT_LICENCE_UNKNOWN),
                        tuple(Place.COURSE, Shortcoming.TEXT_LICENCE_OVER));
    }

    @Test
    void a_section_that_is_too_heavy_is_told_with_the_seconds_that_a_slow_line_needs() {
        Report report = new JudgedCourse("en")
                .picture("plan", 528_000, Map.of("en", "A corridor with two exits."))
                .report();

        // 72 kB of page, 528 kB of picture, and the words
        Finding finding = report.findings(BYTE_BUDGET).getFirst();
        assertThat(finding.place()).isEqualTo(Place.of("section.one", "", "en"));
        assertThat(finding.measures())
                .containsEntry("kilobytes", 601)
                .containsEntry("most", 600)
                .containsEntry("seconds", 13)
                .containsEntry("line", 400);
    }

    @Test
    void a_film_weighs_nothing_before_it_is_started_and_all_of_it_for_the_course() {
        var course = new JudgedCourse("en");
        String film = course.file("media/film.webm", MediaType.WEBM, 70_000_000);
        String captions = course.file("media/film.vtt", MediaType.WEBVTT, 1);

        Report report = course.block(
                        "film",
                        BlockKind.VIDEO,
                        Map.of(
                                "media", Field.neutral(film),
                                "captions", Field.words(Map.of("en", captions)),
                                "transcript", Field.words(Map.of("en", "A hand."))))
                .report();

        assertThat(report.findings(BYTE_BUDGET))
                .extracting(Finding::shortcoming)
                .containsExactly(Shortcoming.COURSE_TOO_HEAVY);
    }
}
