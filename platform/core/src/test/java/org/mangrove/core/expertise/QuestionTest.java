package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void a_claim_takes_two_minutes_and_the_time_to_read_its_longest_language() {
        assertThat(confirm(Map.of("en", "short")).minutes()).isEqualTo(3);
        assertThat(confirm(Map.of("en", "x".repeat(900), "de", "y".repeat(901))).minutes())
                .isEqualTo(4);
    }

    @Test
    void to_choose_takes_a_minute_and_the_time_to_read_both() {
        assertThat(choose("x".repeat(450), "y".repeat(450)).minutes()).isEqualTo(2);
        assertThat(choose("x".repeat(450), "y".repeat(451)).minutes()).isEqualTo(3);
    }

    @Test
    void what_was_asked_is_read_as_it_was_written() {
        var claims = confirm(Map.of("en", "“It is so.”\n", "ar", "هكذا"));
        var wording = choose("one", "other");

        assertThat(Question.read(AskKind.CLAIMS, claims.written())).isEqualTo(claims);
        assertThat(Question.read(AskKind.WORDING, wording.written())).isEqualTo(wording);
    }

    @Test
    void it_says_which_texts_it_is_about() {
        assertThat(confirm(Map.of("en", "short")).subjects()).containsExactly("report-duty/body");
    }

    @Test
    void every_answer_fits_one_kind_and_what_helps_nobody_without_words_needs_them() {
        assertThat(Verdict.YES.answers(AskKind.CLAIMS)).isTrue();
        assertThat(Verdict.YES.answers(AskKind.WORDING)).isFalse();
        assertThat(List.of(Verdict.values()))
                .filteredOn(Verdict::needsWords)
                .containsExactly(Verdict.NO, Verdict.NEITHER);
    }

    private static Question confirm(Map<String, String> words) {
        return new Question.Confirm(List.of(new AskedClaim(
                "report-duty",
                "body",
                "DE",
                "Art. 33",
                LocalDate.of(2027, 1, 31),
                words,
                Optional.of(UUID.fromString("01890000-0000-7000-8000-000000000001")))));
    }

    private static Question choose(String first, String second) {
        return new Question.Choose(new Wordings("report-duty", "body", "en", first, second));
    }
}
