package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.TextMerge.Part.Agreed;
import org.mangrove.core.lineage.TextMerge.Part.Disputed;

class TextMergeTest {

    @Test
    void keeps_what_each_side_has_changed_alone() {
        TextMerge merge = TextMerge.of(
                "When it burns, call 999 and leave the building.",
                "When it burns, call 112 and leave the building.",
                "When it burns, call 999 and leave the house at once.",
                Locale.ENGLISH);

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.text()).isEqualTo("When it burns, call 112 and leave the house at once.");
    }

    @Test
    void says_which_words_are_in_dispute_and_keeps_ours() {
        TextMerge merge = TextMerge.of("Call 999 now.", "Call 112 now.", "Call 911 now.", Locale.ENGLISH);

        assertThat(merge.parts())
                .containsExactly(new Agreed("Call "), new Disputed("999", "112", "911"), new Agreed(" now."));
        assertThat(merge.text()).isEqualTo("Call 112 now.");
    }

    @Test
    void takes_once_what_both_have_changed_alike() {
        TextMerge merge = TextMerge.of("Call 999 now.", "Call 112 now.", "Call 112 now, please.", Locale.ENGLISH);

        assertThat(merge.text()).isEqualTo("Call 112 now, please.");
        assertThat(merge.isClean()).isTrue();
    }

    @Test
    void disputes_changes_that_touch_each_other() {
        assertThat(TextMerge.of("a b", "a x b", "a y b", Locale.ENGLISH).isClean())
                .as("both insert at one place")
                .isFalse();
        assertThat(TextMerge.of("no smoking, please", "no smoking", "no smoking, thanks", Locale.ENGLISH)
                        .isClean())
                .as("one leaves out what the other changes")
                .isFalse();
        assertThat(TextMerge.of("call 999 now", "ring 999 now", "call 112 now", Locale.ENGLISH)
                        .text())
                .as("a word stands between")
                .isEqualTo("ring 112 now");
    }

    @Test
    void knows_words_where_a_script_writes_no_spaces() {
        TextMerge merge = TextMerge.of("火災のときは建物から出てください。", "火災のときは工場から出てください。", "地震のときは建物から出てください。", Locale.JAPANESE);

        assertThat(merge.text()).isEqualTo("地震のときは工場から出てください。");
        assertThat(merge.isClean()).isTrue();
    }

    @Test
    void takes_ids_as_a_whole() {
        assertThat(TextMerge.ofIds("call-help leave", "call-112 leave", "call-help leave wait")
                        .text())
                .isEqualTo("call-112 leave wait");
        assertThat(TextMerge.ofIds("call-help", "call-112", "shout-help").isClean())
                .isFalse();
    }

    @Test
    void compares_a_long_text_by_its_sentences() {
        List<String> sentences = IntStream.range(0, 2_000)
                .mapToObj(n -> "This is sentence " + n + ". ")
                .toList();
        String base = String.join("", sentences);

        TextMerge merge = TextMerge.of(
                base,
                base.replace("sentence 17.", "number seventeen."),
                base.replace("sentence 1917.", "number 1917."),
                Locale.ENGLISH);

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.text()).contains("number seventeen.", "number 1917.");
    }

    @Property(tries = 500)
    void who_changes_nothing_gets_what_the_other_says(@ForAll("texts") String base, @ForAll("texts") String other) {
        assertThat(TextMerge.of(base, base, other, Locale.ENGLISH).text()).isEqualTo(other);
        assertThat(TextMerge.of(base, other, base, Locale.ENGLISH).text()).isEqualTo(other);
        assertThat(TextMerge.of(base, other, other, Locale.ENGLISH).text()).isEqualTo(other);
    }

    @Property(tries = 500)
    void sides_can_be_swapped(
            @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
        TextMerge one = TextMerge.of(base, ours, theirs, Locale.ENGLISH);
        TextMerge other = TextMerge.of(base, theirs, ours, Locale.ENGLISH);

        assertThat(other.parts().stream().map(TextMergeTest::swapped).toList()).isEqualTo(one.parts());
    }

    @Property(tries = 500)
    void nothing_is_in_dispute_but_what_both_have_changed_differently(
            @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
        TextMerge merge = TextMerge.of(base, ours, theirs, Locale.ENGLISH);

        merge.parts().forEach(part -> {
            if (part instanceof Disputed(String before, String here, String there)) {
                assertThat(here).isNotEqualTo(there);
                assertThat(before).isNotEqualTo(here).isNotEqualTo(there);
            }
        });
    }

    private static TextMerge.Part swapped(TextMerge.Part part) {
        return part instanceof Disputed(String base, String ours, String theirs)
                ? new Disputed(base, theirs, ours)
                : part;
    }

    /** Of few words, so that texts have much in common. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("call", "112", "leave", "house", "now", "please")
                .list()
                .ofMaxSize(7)
                .map(words -> words.stream().collect(Collectors.joining(" ")));
    }
}
