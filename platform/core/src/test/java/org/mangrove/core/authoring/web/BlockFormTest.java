package org.mangrove.core.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

class BlockFormTest {

    private final Block question = new Block(
            "q",
            BlockKind.SINGLE,
            new TreeMap<>(Map.of(
                    "options", Field.ids(List.of("a", "b")),
                    "correct", Field.ids(List.of("a")),
                    "prompt", Field.words(Map.of("en", "Which?", "de", "Welche?")),
                    "options.a.text", Field.words(Map.of("en", "One")))));

    @Test
    void writes_one_language_and_leaves_the_others() {
        Block written = form("words.prompt", "Which one?").applied(question);

        assertThat(written.find("prompt")).contains(Field.words(Map.of("en", "Which one?", "de", "Welche?")));
    }

    @Test
    void a_text_that_is_emptied_in_its_last_language_is_gone() {
        assertThat(form("words.options.a.text", " ").applied(question).find("options.a.text"))
                .isEmpty();
    }

    @Test
    void what_the_form_did_not_have_is_not_touched() {
        assertThat(form("words.unknown", "x", "tone", "danger").applied(question))
                .isEqualTo(question);
    }

    @Test
    void only_options_that_there_are_can_be_right() {
        Block written = form("correct.shown", "yes", "correct", "z").applied(question);

        assertThat(written.find("correct")).isEmpty();
    }

    @Test
    void who_takes_an_option_out_takes_out_what_was_said_of_it() {
        Block written = form("act", "remove-choice:a").applied(question);

        assertThat(written.find("options")).contains(Field.ids(List.of("b")));
        assertThat(written.find("options.a.text")).isEmpty();
        assertThat(written.find("correct")).contains(Field.ids(List.of()));
    }

    @Test
    void a_new_option_bears_a_letter_that_none_has() {
        assertThat(form("act", "add-choice").applied(question).find("options"))
                .contains(Field.ids(List.of("a", "b", "c")));
    }

    @Test
    void characters_that_nobody_sees_are_left_out_and_lines_end_with_one() {
        Block written = form("words.prompt", "One\r\ntwo\u0000\u0007").applied(question);

        assertThat(written.find("prompt")
                        .map(field -> field.in(List.of(Locale.ENGLISH)).text()))
                .contains("One\ntwo");
    }

    @Test
    void what_is_too_long_is_refused_with_its_place() {
        assertThatThrownBy(() -> form("words.options.a.text", "x".repeat(1_001)).applied(question))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        wrong -> assertThat(wrong.place()).contains("words.options.a.text"));
    }

    private static BlockForm form(String... pairs) {
        var fields = new HashMap<String, List<String>>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put(pairs[at], List.of(pairs[at + 1]));
        }
        return new BlockForm(Locale.ENGLISH, fields);
    }
}
