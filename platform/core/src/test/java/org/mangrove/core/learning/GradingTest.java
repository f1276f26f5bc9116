package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Text;

class GradingTest {

    private final EffectiveBlock single = question(BlockKind.SINGLE, Map.of("options", "a b", "correct", "b"));
    private final EffectiveBlock multiple = question(BlockKind.MULTIPLE, Map.of("options", "a b c", "correct", "c a"));
    private final EffectiveBlock order = question(BlockKind.ORDER, Map.of("items", "x y z"));

    @Test
    void a_single_choice_is_right_or_wrong() {
        assertThat(Grading.isRight(single, "b")).isTrue();
        assertThat(Grading.isRight(single, "a")).isFalse();
    }

    @Test
    void several_choices_must_all_be_there_and_no_other() {
        assertThat(Grading.isRight(multiple, "a c")).isTrue();
        assertThat(Grading.isRight(multiple, "a")).isFalse();
        assertThat(Grading.isRight(multiple, "a b c")).isFalse();
    }

    @Test
    void an_order_is_right_as_a_whole() {
        assertThat(Grading.isRight(order, "x y z")).isTrue();
        assertThat(Grading.isRight(order, "y x z")).isFalse();
    }

    @Test
    void words_of_ones_own_may_differ_in_what_does_not_matter() {
        assertThat(Grading.isRight(written("example.com"), " EXAMPLE.com. ")).isTrue();
        assertThat(Grading.isRight(written("Ｗｉｎ＋Ｌ"), "win+l")).isTrue();
        assertThat(Grading.isRight(written("الإبلاغ"), "الإِبلاغ")).isTrue();
        assertThat(Grading.isRight(written("lock\nsperren"), "Sperren")).isTrue();
        assertThat(Grading.isRight(written("lock"), "unlock")).isFalse();
        assertThat(Grading.isRight(written("lock"), "...")).isFalse();
    }

    @Test
    void takes_only_what_answers_the_question() {
        assertThat(Grading.isAnswer(single, "a b")).isFalse();
        assertThat(Grading.isAnswer(single, "z")).isFalse();
        assertThat(Grading.isAnswer(multiple, "")).isFalse();
        assertThat(Grading.isAnswer(order, "x y")).isFalse();
        assertThat(Grading.isAnswer(order, "x y y")).isFalse();
        assertThat(Grading.isAnswer(written("lock"), " ")).isFalse();
        assertThat(Grading.isAnswer(order, "z y x")).isTrue();
    }

    private static EffectiveBlock written(String accepted) {
        return new EffectiveBlock(
                "q", BlockKind.SHORT, Map.of(), Map.of("accepted", new Text(accepted, Locale.ENGLISH)), List.of());
    }

    private static EffectiveBlock question(BlockKind kind, Map<String, String> neutral) {
        Map<String, Text> texts = Stream.of(
                        "options.a.text", "options.b.text", "options.c.text", "items.x", "items.y", "items.z")
                .collect(Collectors.toMap(path -> path, path -> new Text(path, Locale.ENGLISH)));
        return new EffectiveBlock("q", kind, neutral, texts, List.of());
    }
}
