package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Amount;
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

    @Test
    void what_belongs_together_is_right_as_a_whole() {
        EffectiveBlock match = new EffectiveBlock(
                "q",
                BlockKind.MATCH,
                Map.of("options", "a b", "targets", "x y z", "pairs.a", "y", "pairs.b", "y"),
                said("options.a.text", "options.b.text", "targets.x", "targets.y", "targets.z"),
                List.of());

        assertThat(Grading.isRight(match, "a:y b:y")).isTrue();
        assertThat(Grading.isRight(match, "b:y a:y")).isTrue();
        assertThat(Grading.isRight(match, "a:y b:x")).isFalse();
        assertThat(Grading.isAnswer(match, "a:y b:x")).isTrue();
        assertThat(Grading.isAnswer(match, "a:y")).as("one is left").isFalse();
        assertThat(Grading.isAnswer(match, "a:y b:")).isFalse();
        assertThat(Grading.isAnswer(match, "a:y b:w")).isFalse();
        assertThat(Grading.isAnswer(match, "")).isFalse();
        assertThat(Asked.response(match, "a:y b:x")).isEqualTo("a[.]y[,]b[.]x");
        assertThat(Asked.interaction(match).orElseThrow().right()).containsExactly("a[.]y[,]b[.]y");
    }

    @Test
    void a_number_is_right_up_to_its_very_edge_and_not_beyond() {
        EffectiveBlock exact = number("0.3", "");
        EffectiveBlock near = number("37.5", "0.1");
        EffectiveBlock share = number("-0.7", "10%");

        assertThat(Grading.isRight(exact, "0.3")).isTrue();
        assertThat(Grading.isRight(exact, "0.30")).isTrue();
        assertThat(Grading.isRight(exact, "0.3000000001")).isFalse();
        assertThat(Grading.isRight(near, "37.6")).isTrue();
        assertThat(Grading.isRight(near, "37.4")).isTrue();
        assertThat(Grading.judge(near, "37.6000000001")).contains(Amount.Judgement.TOO_HIGH);
        assertThat(Grading.judge(near, "37.39")).contains(Amount.Judgement.TOO_LOW);
        assertThat(Grading.isRight(share, "-0.77")).isTrue();
        assertThat(Grading.judge(share, "-0.771")).contains(Amount.Judgement.TOO_LOW);
        assertThat(Grading.judge(share, "-0.62")).contains(Amount.Judgement.TOO_HIGH);
        assertThat(Grading.isAnswer(near, "warm")).isFalse();
        assertThat(Grading.isAnswer(near, "1e9")).isFalse();
        assertThat(Asked.interaction(exact).orElseThrow().right()).containsExactly("0.3");
        assertThat(Asked.interaction(near).orElseThrow().right()).containsExactly("37.4[:]37.6");
        assertThat(Asked.interaction(share).orElseThrow().right()).containsExactly("-0.77[:]-0.63");
    }

    @Test
    void of_several_right_places_each_is_right_alone() {
        EffectiveBlock hotspot = question(BlockKind.HOTSPOT, Map.of("options", "a b c", "correct", "a c"));

        assertThat(Grading.isRight(hotspot, "a")).isTrue();
        assertThat(Grading.isRight(hotspot, "c")).isTrue();
        assertThat(Grading.isRight(hotspot, "b")).isFalse();
        assertThat(Grading.isAnswer(hotspot, "a c")).isFalse();
        assertThat(Grading.isAnswer(hotspot, "")).isFalse();
        assertThat(Asked.interaction(hotspot).orElseThrow().right()).containsExactly("a", "c");
    }

    private static EffectiveBlock number(String value, String tolerance) {
        return new EffectiveBlock(
                "q", BlockKind.NUMBER, Map.of("value", value, "tolerance", tolerance), Map.of(), List.of());
    }

    private static Map<String, Text> said(String... paths) {
        return Stream.of(paths).collect(Collectors.toMap(path -> path, path -> new Text(path, Locale.ENGLISH)));
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
