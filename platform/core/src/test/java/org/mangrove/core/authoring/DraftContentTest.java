package org.mangrove.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mangrove.core.authoring.Blocks.draft;
import static org.mangrove.core.authoring.Blocks.ids;
import static org.mangrove.core.authoring.Blocks.section;
import static org.mangrove.core.authoring.Blocks.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.refusal.Refusal;

class DraftContentTest {

    private final DraftContent draft =
            draft(section("one"), text("a", "A"), text("b", "B"), section("two"), text("c", "C"));

    @Test
    void a_step_goes_from_one_section_into_the_next() {
        assertThat(ids(draft.moving("b", false)))
                .containsExactly("course", "section.one", "a", "section.two", "b", "c");
        assertThat(ids(draft.moving("c", true))).containsExactly("course", "section.one", "a", "b", "c", "section.two");
    }

    @Test
    void a_section_takes_along_what_stands_in_it() {
        var swapped = List.of("course", "section.two", "c", "section.one", "a", "b");

        assertThat(ids(draft.moving("section.one", false))).isEqualTo(swapped);
        assertThat(ids(draft.moving("section.two", true))).isEqualTo(swapped);
    }

    @Test
    void what_can_go_no_further_stays() {
        assertThat(draft.moving("a", true)).isEqualTo(draft);
        assertThat(draft.moving("c", false)).isEqualTo(draft);
        assertThat(draft.moving("section.one", true)).isEqualTo(draft);
        assertThat(draft.moving("section.two", false)).isEqualTo(draft);
    }

    @Test
    void what_stands_below_the_first_head_is_not_left_without_one() {
        assertThatThrownBy(() -> draft.without("section.one")).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> draft.without("course")).isInstanceOf(Refusal.Conflict.class);
        assertThat(ids(draft.without("section.two"))).containsExactly("course", "section.one", "a", "b", "c");
    }

    @Test
    void what_is_put_in_behind_the_course_itself_stands_below_a_head() {
        assertThat(ids(draft.inserting(text("new", "N"), "course"))).startsWith("course", "section.one", "new");
        assertThat(ids(draft.inserting(section("new"), "course"))).startsWith("course", "section.new", "section.one");
    }

    @Test
    void an_id_is_given_once() {
        assertThat(draft.inserting(text("text-1", "N"), "a").freshId(BlockKind.TEXT, Set.of("text-2")))
                .isEqualTo("text-3");
    }

    @Property
    void whatever_is_moved_nothing_is_lost_and_there_is_always_a_head(@ForAll long seed) {
        var random = new Random(seed);
        DraftContent moved = draft;
        for (int step = 0; step < 30; step++) {
            var ids = new ArrayList<>(ids(moved));
            moved = moved.moving(ids.get(1 + random.nextInt(ids.size() - 1)), random.nextBoolean());
        }

        assertThat(ids(moved)).containsExactlyInAnyOrderElementsOf(ids(draft));
        assertThat(moved.blocks().get(1).kind()).isEqualTo(BlockKind.SECTION);
    }

    @Property
    void the_way_back_leads_back(@ForAll long seed) {
        var random = new Random(seed);
        List<String> ids = ids(draft);
        String id = ids.get(1 + random.nextInt(ids.size() - 1));
        boolean isUp = random.nextBoolean();
        DraftContent moved = draft.moving(id, isUp);

        if (!moved.equals(draft)) {
            assertThat(moved.moving(id, !isUp)).isEqualTo(draft);
        }
    }

    @Test
    void what_is_written_is_read_as_it_was() {
        var known = new HashMap<String, Block>();
        draft.blocks().forEach(block -> known.put(CourseDrafts.digestOf(block), block));

        assertThat(DraftJson.read(DraftJson.writeOutline(draft), known)).isEqualTo(draft);
        draft.blocks()
                .forEach(block ->
                        assertThat(DraftJson.readBlock(DraftJson.write(block))).isEqualTo(block));
    }
}
