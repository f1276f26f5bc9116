package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

class OwnQuestionTest {

    private static final Map<Locale, String> NOTHING = Map.of(Locale.GERMAN, " ");

    @Test
    void a_question_has_the_answers_that_say_something_and_knows_which_are_right() {
        Block block =
                question(BlockKind.SINGLE, "Wen rufen Sie?", "112", "", "110").block("acme-de-1");

        assertThat(block.kind()).isEqualTo(BlockKind.SINGLE);
        assertThat(block.fields().keySet())
                .isEqualTo(Set.of(
                        "prompt",
                        "options",
                        "correct",
                        "options.a.text",
                        "options.a.feedback",
                        "options.c.text",
                        "options.c.feedback"));
        assertThat(block.find("options")).contains(Field.neutral("a c"));
        assertThat(block.find("correct")).contains(Field.neutral("a"));
        assertThat(block.find("options.c.text")).contains(Field.words(Map.of("de", "110")));
    }

    @Test
    void what_nobody_could_answer_is_no_question() {
        assertRefused("adaptation.question.asks-nothing", question(BlockKind.SINGLE, " ", "112", "110"));
        assertRefused("adaptation.question.not-whole-single", question(BlockKind.SINGLE, "Wen rufen Sie?", "112"));
        assertRefused("adaptation.question.right-is-empty", question(BlockKind.MULTIPLE, "Wen rufen Sie?", "", "110"));
        assertRefused(
                "adaptation.question.not-whole-multiple",
                new OwnQuestion(
                        BlockKind.MULTIPLE,
                        words("Wen rufen Sie?"),
                        List.of(option("a", "112", false), option("b", "110", false)),
                        NOTHING));
        assertRefused(
                "adaptation.question.not-whole-single",
                new OwnQuestion(
                        BlockKind.SINGLE,
                        words("Wen rufen Sie?"),
                        List.of(option("a", "112", true), option("b", "110", true)),
                        NOTHING));
    }

    private static void assertRefused(String why, OwnQuestion question) {
        assertThatThrownBy(() -> question.block("acme-de-1"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(why));
    }

    /** The first answer is right. */
    private static OwnQuestion question(BlockKind kind, String prompt, String... answers) {
        var letters = OwnQuestion.LETTERS.iterator();
        return new OwnQuestion(
                kind,
                words(prompt),
                List.of(answers).stream()
                        .map(answer -> {
                            String letter = letters.next();
                            return option(letter, answer, letter.equals("a"));
                        })
                        .toList(),
                NOTHING);
    }

    private static OwnQuestion.Option option(String letter, String text, boolean isRight) {
        return new OwnQuestion.Option(letter, words(text), words("Denken Sie nach"), isRight);
    }

    private static Map<Locale, String> words(String german) {
        return Map.of(Locale.GERMAN, german);
    }
}
