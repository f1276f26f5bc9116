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
import org.mangrove.core.localization.Customs;
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

    @Test
    void code_keeps_the_spaces_before_its_lines_and_is_one_for_all_until_somebody_wants_each_to_have_its_own() {
        Block empty = new Block("c", BlockKind.CODE, new TreeMap<>(Map.of("code", Field.neutral(""))));

        Block written =
                form("code", "\r\n  if x:\r\n    y\r\n", "syntax", "Python").applied(empty);
        Block each = form("act", "code-by-language").applied(written);
        Block again = form("act", "code-for-all").applied(each);

        assertThat(written.find("code")).contains(Field.neutral("  if x:\n    y"));
        assertThat(written.find("syntax")).contains(Field.neutral("Python"));
        assertThat(each.find("code")).contains(Field.words(Map.of("en", "  if x:\n    y")));
        assertThat(again).isEqualTo(written);
        assertThatThrownBy(() -> form("syntax", "<b>").applied(empty)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void what_must_be_seen_of_a_picture_is_in_the_picture_or_not_said() {
        Block picture = new Block("p", BlockKind.IMAGE, new TreeMap<>());

        Block chosen = form("focus.across", "20", "focus.down", "75").applied(picture);

        assertThat(chosen.find("focus")).contains(Field.neutral("20 75"));
        assertThat(form("focus.across", "", "focus.down", " ").applied(chosen)).isEqualTo(picture);
        for (String wrong : List.of("", "101", "-1", "x")) {
            assertThatThrownBy(
                            () -> form("focus.across", wrong, "focus.down", "5").applied(picture))
                    .as(wrong)
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void a_file_keeps_its_ending_and_leads_nowhere() {
        Block file = new Block("f", BlockKind.FILE, new TreeMap<>(Map.of("name", Field.neutral("a.pdf"))));

        assertThat(form("name", " Checkliste (2026).pdf ").applied(file).find("name"))
                .contains(Field.neutral("Checkliste (2026).pdf"));
        for (String wrong : List.of("a.exe", "a", "../a.pdf", "a/b.pdf", "a\u202efdp.pdf", "")) {
            assertThatThrownBy(() -> form("name", wrong).applied(file))
                    .as(wrong)
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void cells_are_written_where_they_stand_and_heads_are_one_of_three() {
        Block table = new Block(
                "t",
                BlockKind.TABLE,
                new TreeMap<>(Map.of(
                        "rows", Field.ids(List.of("r1", "r2")),
                        "columns", Field.ids(List.of("c1", "c2")),
                        "heads", Field.neutral("row"))));

        Block written = form("words.cells.r1.c2", "Head", "words.cells.r9.c1", "Nowhere", "heads", "both")
                .applied(table);

        assertThat(written.find("cells.r1.c2")).contains(Field.words(Map.of("en", "Head")));
        assertThat(written.find("cells.r9.c1")).isEmpty();
        assertThat(written.find("heads")).contains(Field.neutral("both"));
        assertThatThrownBy(() -> form("heads", "none").applied(table)).isInstanceOf(Refusal.class);
    }

    private static BlockForm form(String... pairs) {
        var fields = new HashMap<String, List<String>>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put(pairs[at], List.of(pairs[at + 1]));
        }
        return new BlockForm(Locale.ENGLISH, fields, Customs.of(Locale.GERMAN));
    }
}
