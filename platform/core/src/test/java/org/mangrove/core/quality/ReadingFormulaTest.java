package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures were worked out by hand from the published formulas. */
class ReadingFormulaTest {

    private static final Locale ARABIC = Locale.of("ar");

    @Test
    void english_is_measured_by_flesch() {
        TextFigures figures = TextFigures.of("The cat sat on the mat. It was happy.", Locale.ENGLISH);

        assertThat(figures.sentences()).isEqualTo(2);
        assertThat(figures.words()).isEqualTo(9);
        assertThat(figures.syllables()).isEqualTo(10);
        // 206.835 − 1.015 · 9/2 − 84.6 · 10/9
        assertThat(measured(figures, Locale.ENGLISH)).isCloseTo(108.2675, within(0.0001));
    }

    @Test
    void german_is_measured_by_amstad() {
        TextFigures figures = TextFigures.of("Der Hund bellt laut. Die Sicherheitsstelle hilft.", Locale.GERMAN);

        assertThat(figures.words()).isEqualTo(7);
        assertThat(figures.syllables()).isEqualTo(11);
        // 180 − 7/2 − 58.5 · 11/7
        assertThat(measured(figures, Locale.GERMAN)).isCloseTo(84.5714, within(0.0001));
    }

    @Test
    void arabic_is_measured_by_lix_and_its_vowel_signs_are_no_letters() {
        TextFigures figures = TextFigures.of("الأمان مسؤولية الجميع. أبلغ المسؤول فورًا.", ARABIC);

        assertThat(figures.sentences()).isEqualTo(2);
        assertThat(figures.words()).isEqualTo(6);
        assertThat(figures.longWords()).isEqualTo(2);
        // 6/2 + 100 · 2/6
        assertThat(measured(figures, ARABIC)).isCloseTo(36.3333, within(0.0001));
        assertThat(TextFigures.of("فَوْرًا", ARABIC).letters()).isEqualTo(4);
    }

    @Test
    void japanese_is_measured_by_tateisi_ono_and_yamada() {
        TextFigures figures = TextFigures.of("私は学校へ行く。雨なので、バスに乗る。", Locale.JAPANESE);

        ScriptRuns runs = figures.runs();
        assertThat(figures.sentences()).isEqualTo(2);
        assertThat(runs.letters()).isEqualTo(16);
        assertThat(runs.kanji()).isEqualTo(6 / 5.0);
        assertThat(runs.hiragana()).isEqualTo(8 / 6.0);
        assertThat(runs.katakana()).isEqualTo(2);
        assertThat(runs.commasPerStop()).isEqualTo(0.5);
        // −0.12 · 8 + 7.4 · 8/6 − 23.18 · 6/5 − 5.4 · 2 − 4.67 · 0.5 + 115.79
        assertThat(measured(figures, Locale.JAPANESE)).isCloseTo(83.7457, within(0.0001));
    }

    @Test
    void a_language_without_a_formula_of_its_own_is_measured_by_lix() {
        assertThat(ReadingFormula.of(Locale.FRENCH)).isEqualTo(ReadingFormula.LIX);
        assertThat(ReadingFormula.of(Locale.forLanguageTag("de-AT"))).isEqualTo(ReadingFormula.AMSTAD);
    }

    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "make, 1",
        "makes, 1",
        "table, 2",
        "tables, 2",
        "walked, 1",
        "wanted, 2",
        "changes, 2",
        "houses, 2",
        "media, 3",
        "going, 2",
        "actual, 3",
        "safely, 2",
        "statement, 2",
        "people, 2",
        "beyond, 2",
        "question, 2",
        "password, 2",
        "attackers, 3",
        "colleague, 2",
        "confidential, 4",
        "being, 2",
        "handled, 2",
        "tried, 1",
        "one, 1",
        "information, 4",
        "can't, 1",
        "manager's, 3",
        "yes, 1"
    })
    void english_syllables(String word, int syllables) {
        assertThat(Syllables.of(word, Locale.ENGLISH)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "Sicherheitsstelle, 5",
        "Arbeitsunfälle, 5",
        "unverzüglich, 4",
        "beenden, 3",
        "geehrt, 2",
        "Nation, 3",
        "Feuer, 2",
        "Maus, 1",
        "Qualität, 3",
        "Beere, 2",
        "eigene, 3",
        "Bauer, 2",
        "Tür, 1",
        "Beet, 1"
    })
    void german_syllables(String word, int syllables) {
        assertThat(Syllables.of(word, Locale.GERMAN)).isEqualTo(syllables);
    }

    @Test
    void items_of_a_list_are_sentences_and_headings_code_and_addresses_are_none() {
        String paragraphs = Prose.of("""
                # A heading

                One sentence
                on two lines.

                - first item
                - second item

                ```
                code that nobody reads
                ```

                See https://example.org/a/long/address now.
                """).paragraphs();

        assertThat(paragraphs.lines().map(String::strip))
                .containsExactly("One sentence on two lines.", "first item", "second item", "See   now.");
    }

    @Test
    void what_is_shown_is_on_the_same_side_of_the_limit_as_what_was_measured() {
        assertThat(ReadingFormula.FLESCH.rounded(49.6)).isEqualTo(49);
        assertThat(ReadingFormula.LIX.rounded(55.1)).isEqualTo(56);
    }

    private static double measured(TextFigures figures, Locale language) {
        return ReadingFormula.of(language).measure(figures);
    }
}
