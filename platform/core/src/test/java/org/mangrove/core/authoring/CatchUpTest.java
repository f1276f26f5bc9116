package org.mangrove.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.authoring.Blocks.course;
import static org.mangrove.core.authoring.Blocks.ids;
import static org.mangrove.core.authoring.Blocks.section;
import static org.mangrove.core.authoring.Blocks.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;

/** A version was published while somebody was writing. */
class CatchUpTest {

    private final AssetVersion base =
            version(1, 20, section("one"), text("a", "Call 999 and leave the house."), text("b", "B"), text("c", "C"));

    @Test
    void what_only_one_of_both_has_changed_is_taken_from_there() {
        DraftContent ours = draft(
                base,
                section("one"),
                text("a", "Call 112 and leave the house."),
                text("b", "B"),
                text("c", "C"),
                text("mine", "M"));
        AssetVersion newest = version(
                2,
                30,
                section("one"),
                text("a", "Call 999 and leave the building."),
                text("theirs", "T"),
                text("b", "B, but better"),
                text("c", "C"));

        CatchUp caughtUp = CatchUp.of(base, ours, newest);

        assertThat(caughtUp.disputed()).isEmpty();
        assertThat(ids(caughtUp.content())).containsExactly("course", "section.one", "a", "theirs", "b", "c", "mine");
        assertThat(caughtUp.content().must("a")).isEqualTo(text("a", "Call 112 and leave the building."));
        assertThat(caughtUp.content().must("b")).isEqualTo(text("b", "B, but better"));
        assertThat(caughtUp.content().facts()).containsEntry("minutes", "30");
    }

    @Test
    void where_both_have_changed_the_same_our_words_stay_and_are_told() {
        DraftContent ours =
                draft(base, section("one"), text("a", "Call 112 and leave the house."), text("b", "B"), text("c", "C"));
        AssetVersion newest = version(
                2, 20, section("one"), text("a", "Call 911 and leave the house."), text("b", "B"), text("c", "C"));

        CatchUp caughtUp = CatchUp.of(base, ours, newest);

        assertThat(caughtUp.disputed()).containsExactly("a");
        assertThat(caughtUp.content().must("a")).isEqualTo(text("a", "Call 112 and leave the house."));
    }

    @Test
    void what_was_taken_out_above_goes_unless_somebody_has_worked_on_it() {
        DraftContent ours = draft(
                base,
                section("one"),
                text("a", "Call 999 and leave the house."),
                text("b", "B, and mine"),
                text("c", "C"));
        AssetVersion newest = version(2, 20, section("one"), text("a", "Call 999 and leave the house."));

        CatchUp caughtUp = CatchUp.of(base, ours, newest);

        assertThat(ids(caughtUp.content())).containsExactly("course", "section.one", "a", "b");
        assertThat(caughtUp.disputed()).containsExactly("b");
    }

    @Test
    void what_we_have_taken_out_stays_out() {
        DraftContent ours = draft(base, section("one"), text("a", "Call 999 and leave the house."), text("c", "C"));
        AssetVersion newest = version(
                2,
                20,
                section("one"),
                text("a", "Call 999 and leave the house."),
                text("b", "B again"),
                text("c", "C"));

        assertThat(ids(CatchUp.of(base, ours, newest).content())).containsExactly("course", "section.one", "a", "c");
    }

    @Test
    void a_first_section_that_was_replaced_above_leaves_a_head_behind() {
        DraftContent ours =
                draft(base, section("one"), text("a", "Call 999 and leave the house."), text("b", "B"), text("c", "C"));
        AssetVersion newest = version(
                2, 20, section("two"), text("a", "Call 999 and leave the house."), text("b", "B"), text("c", "C"));

        CatchUp caughtUp = CatchUp.of(base, ours, newest);

        assertThat(ids(caughtUp.content())).contains("section.one", "section.two", "a", "b", "c");
        assertThat(caughtUp.disputed()).containsExactly("section.one");
    }

    private static DraftContent draft(AssetVersion of, Block... blocks) {
        return new DraftContent(
                new TreeMap<>(WrittenFacts.saying(of.facts())), of.facts().languages(), all(blocks), List.of());
    }

    private static AssetVersion version(int no, int minutes, Block... blocks) {
        var facts = new CourseFacts(
                "fire",
                "safety",
                minutes,
                "Knows what to do",
                "Owner",
                "Steward",
                LocalDate.of(2030, 1, 1),
                80,
                Optional.empty(),
                List.of(Locale.ENGLISH));
        return AssetVersion.of(facts, no, ChangeClass.MINOR, Instant.EPOCH, all(blocks));
    }

    private static List<Block> all(Block... blocks) {
        var all = new ArrayList<Block>();
        all.add(course());
        all.addAll(List.of(blocks));
        return all;
    }
}
