package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsCommandTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void says_how_much_was_compared_if_all_is_right() {
        assertThat(tell("""
                {"tenant": "acme-de", "statements": 12, "read": 11, "setAside": 0, "days": 3, "differences": 0, "first": []}
                """)).isTrue();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "acme-de: 12 statements, 11 of them in the rollups, 3 days, no differences.\n");
    }

    @Test
    void names_the_sums_that_are_wrong_and_what_is_missing() {
        assertThat(tell("""
                {"tenant": "acme-de", "statements": 12, "read": 12, "setAside": 2, "days": 3, "differences": 1, "first":
                 [{"kind": "VERB", "term": "0102", "day": "2026-03-03", "counted": 4, "kept": 5}]}
                """)).isFalse();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("1 differences", "2 events are among the dead letters")
                .contains("2026-03-03, VERB 0102: the rollup says 5, the statements are 4.");
    }

    @Test
    void asks_for_words_that_it_knows() {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> RecordsCommand.run(List.of("count"), System.out));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> RecordsCommand.run(List.of("verify", "--all"), System.out));
    }

    private boolean tell(String json) {
        return RecordsCommand.tell(Json.readMap(json), new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
