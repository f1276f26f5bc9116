package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivacyCommandTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void says_that_nothing_was_found_of_somebody_whom_the_register_knows() {
        assertThat(tell("{\"tenant\": \"acme-de\", \"registered\": true, \"findings\": []}"))
                .isTrue();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("acme-de: the register knows an erasure; the search found nothing.\n");
    }

    @Test
    void names_the_places_where_somebody_was_found() {
        assertThat(tell("""
                {"tenant": "acme-de", "registered": false, "findings":
                 [{"place": "notes_note.note_text", "what": "email", "times": 2, "allowed": false}]}
                """)).isFalse();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("knows no erasure", "notes_note.note_text: email, 2 times");
    }

    @Test
    void asks_for_words_that_it_knows() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> PrivacyCommand.run(List.of("forget"), new PrintStream(told)))
                .withMessageContaining("privacy verify");
    }

    private boolean tell(String json) {
        return PrivacyCommand.tell(Json.readMap(json), new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
