package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Ground;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Terms;

class MovingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Terms TERMS = Terms.of("It is done in this order here");
    private static final CourseFacts FACTS = new CourseFacts(
            "fire-safety",
            "safety",
            20,
            "Knows what to do when it burns",
            "Head of safety",
            "Safety team",
            LocalDate.of(2027, 1, 31),
            80,
            Optional.empty(),
            List.of(Locale.ENGLISH));

    private List<Adaptation> own = List.of();

    @Test
    void a_block_goes_a_place_at_a_time_and_from_one_section_into_the_next() {
        assertThat(order()).containsExactly("course", "section.one", "a", "b", "section.two", "c", "d");

        assertThat(moved("a", false)).containsExactly("course", "section.one", "b", "a", "section.two", "c", "d");
        assertThat(moved("a", false)).containsExactly("course", "section.one", "b", "section.two", "a", "c", "d");
        assertThat(moved("a", false)).containsExactly("course", "section.one", "b", "section.two", "c", "a", "d");
        assertThat(moved("d", true)).containsExactly("course", "section.one", "b", "section.two", "c", "d", "a");
        assertThat(own).hasSize(2);
    }

    @Test
    void a_block_that_is_back_where_it_comes_from_is_not_moved_any_more() {
        moved("b", false);
        moved("b", false);
        assertThat(own).hasSize(1);
        moved("b", true);
        moved("b", true);

        assertThat(order()).containsExactly("course", "section.one", "a", "b", "section.two", "c", "d");
        assertThat(own).isEmpty();
    }

    @Test
    void nothing_goes_before_the_first_head_or_behind_the_end() {
        assertThat(Moving.moved(desk(), "a", true, TERMS, NOW)).isEmpty();
        assertThat(Moving.moved(desk(), "d", false, TERMS, NOW)).isEmpty();
    }

    @Test
    void what_the_market_has_added_behind_a_block_goes_along_and_can_be_moved_itself() {
        own = List.of(Adaptation.of(
                new Change.InsertAfter("a", List.of("section.one", "course"), text("ours")), "It was missing"));
        assertThat(order()).containsExactly("course", "section.one", "a", "ours", "b", "section.two", "c", "d");

        assertThat(moved("a", false))
                .containsExactly("course", "section.one", "b", "a", "ours", "section.two", "c", "d");
        assertThat(moved("ours", true))
                .containsExactly("course", "section.one", "b", "ours", "a", "section.two", "c", "d");
    }

    @Test
    void a_move_survives_that_the_block_before_it_goes_above() {
        moved("a", false);

        AssetVersion without = version(2, "section.one", "a", "section.two", "c", "d");
        Desk desk = Desk.of(ground(without), "acme-de", NOW);

        assertThat(desk.blocks()).extracting(block -> block.block().id()).contains("a");
        assertThat(desk.joinable()).hasSize(1);
        assertThat(desk.waiting()).isEmpty();
    }

    private List<String> moved(String block, boolean isUp) {
        own = Moving.moved(desk(), block, isUp, TERMS, NOW).orElseThrow();
        return order();
    }

    private List<String> order() {
        return desk().blocks().stream().map(block -> block.block().id()).toList();
    }

    private Desk desk() {
        return Desk.of(ground(version(1, "section.one", "a", "b", "section.two", "c", "d")), "acme-de", NOW);
    }

    private Ground ground(AssetVersion version) {
        return new Ground(
                version,
                List.of(),
                Optional.of(Overlay.of("fire-safety", "acme-de", Level.TENANT, 1, own)),
                Rules.none("course", "fire-safety"));
    }

    private static AssetVersion version(int no, String... ids) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block(Block.COURSE_ID, BlockKind.COURSE, new TreeMap<>(Map.of("title", words("Fire safety")))));
        Arrays.stream(ids)
                .map(id -> id.startsWith(Block.SECTION_PREFIX)
                        ? new Block(id, BlockKind.SECTION, new TreeMap<>(Map.of("title", words(id))))
                        : text(id))
                .forEach(blocks::add);
        return AssetVersion.of(FACTS, no, ChangeClass.MINOR, NOW, blocks);
    }

    private static Block text(String id) {
        return new Block(id, BlockKind.TEXT, new TreeMap<>(Map.of("body", words(id))));
    }

    private static Field words(String english) {
        return Field.words(Map.of("en", english));
    }
}
