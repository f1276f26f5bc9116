package org.mangrove.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.authoring.Blocks.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** Two who write in one block at once. */
class BlockMergeTest {

    @Test
    void words_in_different_languages_do_not_meet() {
        Block base = text("a", Map.of("en", "Stop.", "de", "Halt."));

        BlockMerge merge = BlockMerge.of(
                base,
                text("a", Map.of("en", "Stop at once.", "de", "Halt.")),
                text("a", Map.of("en", "Stop.", "de", "Sofort halt.", "ja", "止まれ。")));

        assertThat(merge.disputes()).isEmpty();
        assertThat(merge.block())
                .isEqualTo(text("a", Map.of("en", "Stop at once.", "de", "Sofort halt.", "ja", "止まれ。")));
        assertThat(merge.hasTheirs()).isTrue();
    }

    @Test
    void changes_in_different_places_of_a_text_are_put_together() {
        BlockMerge merge = BlockMerge.of(
                text("a", "Leave the house and call 999 when it burns."),
                text("a", "Leave the house and call 112 when it burns."),
                text("a", "Leave the building and call 999 when it burns."));

        assertThat(merge.disputes()).isEmpty();
        assertThat(merge.block()).isEqualTo(text("a", "Leave the building and call 112 when it burns."));
    }

    @Test
    void what_both_have_said_differently_is_ours_until_somebody_decides() {
        BlockMerge merge = BlockMerge.of(text("a", "Call 999."), text("a", "Call 112."), text("a", "Call 911."));

        assertThat(merge.disputes())
                .containsExactly(new BlockMerge.Dispute("body", Locale.ENGLISH, "Call 999.", "Call 112.", "Call 911."));
        assertThat(merge.block()).isEqualTo(text("a", "Call 112."));
    }

    @Test
    void who_empties_a_text_that_another_has_changed_is_asked() {
        BlockMerge merge = BlockMerge.of(text("a", "Call 999."), text("a", Map.of()), text("a", "Call 112."));

        assertThat(merge.disputes()).hasSize(1);
    }

    @Test
    void options_that_two_have_added_are_both_there() {
        BlockMerge merge = BlockMerge.of(options("a b c d"), options("x a b c d"), options("a b c d y"));

        assertThat(merge.disputes()).isEmpty();
        assertThat(merge.block()).isEqualTo(options("x a b c d y"));
    }

    @Test
    void two_different_right_answers_are_in_dispute() {
        BlockMerge merge = BlockMerge.of(correct("a"), correct("b"), correct("c"));

        assertThat(merge.disputes()).containsExactly(new BlockMerge.Dispute("correct", Locale.ROOT, "a", "b", "c"));
    }

    @Property
    void whoever_alone_has_changed_something_gets_it(@ForAll("blocks") Block base, @ForAll("blocks") Block other) {
        assertThat(BlockMerge.of(base, other, base).block()).isEqualTo(other);
        assertThat(BlockMerge.of(base, base, other).block()).isEqualTo(other);
        assertThat(BlockMerge.of(base, other, other).block()).isEqualTo(other);
        assertThat(BlockMerge.of(base, other, base).hasTheirs()).isFalse();
    }

    @Property
    void it_does_not_matter_who_was_first_unless_it_is_told(
            @ForAll("blocks") Block base, @ForAll("blocks") Block one, @ForAll("blocks") Block another) {
        BlockMerge merge = BlockMerge.of(base, one, another);
        BlockMerge other = BlockMerge.of(base, another, one);

        assertThat(merge.disputes()).hasSameSizeAs(other.disputes());
        if (merge.disputes().isEmpty()) {
            assertThat(merge.block()).isEqualTo(other.block());
        }
        Statistics.label("in dispute")
                .collect(!merge.disputes().isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Provide
    Arbitrary<Block> blocks() {
        Arbitrary<String> body = Arbitraries.of("never", "always", "leave", "call", "now", "stay")
                .list()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
        return Combinators.combine(body, body).as((english, german) -> {
            var words = new TreeMap<String, String>();
            Map.of("en", english, "de", german).forEach((language, text) -> {
                if (!text.isEmpty()) {
                    words.put(language, text);
                }
            });
            return text("a", words);
        });
    }

    private static Block options(String ids) {
        return question("options", ids);
    }

    private static Block correct(String id) {
        return question("correct", id);
    }

    private static Block question(String field, String ids) {
        return new Block("q", BlockKind.MULTIPLE, new TreeMap<>(Map.of(field, Field.ids(List.of(ids.split(" "))))));
    }
}
