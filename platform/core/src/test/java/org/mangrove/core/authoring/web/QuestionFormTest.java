package org.mangrove.core.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Branches;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.refusal.Refusal;

class QuestionFormTest {

    private final Block match = block(
            BlockKind.MATCH, Map.of("options", Field.ids(List.of("a", "b")), "targets", Field.ids(List.of("x", "y"))));

    @Test
    void things_are_said_to_belong_together_and_targets_that_go_take_their_pairs_along() {
        Block paired = form("pair.a", "y", "pair.b", "x").applied(match);
        assertThat(BlockFields.isWhole(paired.kind(), paired.fields())).isTrue();

        Block fewer =
                form("pair.a", "y", "pair.b", "x", "act", "remove-target:y").applied(paired);
        assertThat(fewer.fields()).doesNotContainKey("pairs.a").containsEntry("pairs.b", Field.neutral("x"));
        assertThat(form("act", "add-target").applied(fewer).fields())
                .containsEntry("targets", Field.ids(List.of("x", "a")));
        assertThat(form("act", "remove-choice:b").applied(paired).fields()).doesNotContainKey("pairs.b");
        assertThat(form("pair.a", "").applied(paired).fields()).doesNotContainKey("pairs.a");
        refuses("pair.a", form("pair.a", "nothing"), match);
    }

    @Test
    void a_number_is_written_as_its_writer_writes_numbers() {
        Block number = block(BlockKind.NUMBER, Map.of());

        Block said = form("value", "1.234,5", "tolerance", "2,5", "tolerance.kind", "share")
                .applied(number);

        assertThat(said.fields())
                .containsEntry("value", Field.neutral("1234.5"))
                .containsEntry("tolerance", Field.neutral("2.5%"));
        assertThat(form("value", "7", "tolerance", "", "tolerance.kind", "size")
                        .applied(said)
                        .fields())
                .containsEntry("value", Field.neutral("7"))
                .doesNotContainKey("tolerance");
        refuses("value", form("value", "warm"), number);
        refuses("tolerance", form("tolerance", "-1"), number);
    }

    @Test
    void a_place_is_written_in_numbers_that_fit_its_shape() {
        Block hotspot = block(BlockKind.HOTSPOT, Map.of("options", Field.ids(List.of("a", "b"))));

        assertThat(form("shape.a", "circle", "figures.a", "20, 30 8.5")
                        .applied(hotspot)
                        .fields())
                .containsEntry("regions.a", Field.neutral("circle 20 30 8.5"));
        refuses("figures.a", form("shape.a", "rectangle", "figures.a", "20 30 8.5"), hotspot);
        refuses("figures.a", form("shape.a", "polygon", "figures.a", "20 30 200 0 1 1"), hotspot);
    }

    @Test
    void scenes_come_go_and_lead_elsewhere() {
        Block scenario = block(
                BlockKind.SCENARIO,
                Map.of(
                        "scenes", Field.ids(List.of("one", "two")),
                        "scenes.one.choices", Field.ids(List.of("a")),
                        "scenes.one.choices.a.to", Field.neutral("two"),
                        "scenes.two.end", Field.neutral("good")));
        assertThat(Branches.of(scenario.fields()).flaws()).isEmpty();

        Block more = form("act", "add-scene").applied(form("act", "add-way:one").applied(scenario));
        assertThat(Branches.of(more.fields()).flaws())
                .extracting(Branches.Flaw::what)
                .containsExactly(Branches.What.NOWHERE, Branches.What.DEAD_END, Branches.What.UNREACHABLE);
        Block whole = form("to.one.b", "scene-1", "end.scene-1", "poor").applied(more);
        assertThat(Branches.of(whole.fields()).flaws()).isEmpty();

        Block fewer = form("act", "remove-scene:two").applied(whole);
        assertThat(fewer.fields())
                .doesNotContainKeys("scenes.two.end", "scenes.one.choices.a.to")
                .containsEntry("scenes", Field.ids(List.of("one", "scene-1")));
        assertThat(form("act", "remove-way:one:a").applied(fewer).fields())
                .containsEntry("scenes.one.choices", Field.ids(List.of("b")));
        assertThat(form("act", "scene-down:one").applied(whole).fields())
                .containsEntry("scenes", Field.ids(List.of("two", "one", "scene-1")));
        refuses("to.one.a", form("to.one.a", "nowhere"), scenario);
    }

    @Test
    void words_of_scenes_are_written_like_all_others() {
        Block scenario = block(BlockKind.SCENARIO, Map.of("scenes", Field.ids(List.of("one"))));

        assertThat(form("words.scenes.one.text", "It rings.").applied(scenario).fields())
                .containsEntry("scenes.one.text", Field.words(Map.of("de", "It rings.")));
    }

    private static void refuses(String place, BlockForm form, Block block) {
        assertThatThrownBy(() -> form.applied(block))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        wrong -> assertThat(wrong.place()).contains(place));
    }

    private static Block block(BlockKind kind, Map<String, Field> fields) {
        return new Block("q", kind, new TreeMap<>(fields));
    }

    private static BlockForm form(String... pairs) {
        var fields = new HashMap<String, List<String>>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put(pairs[at], List.of(pairs[at + 1]));
        }
        return new BlockForm(Locale.GERMAN, fields, Customs.of(Locale.GERMAN));
    }
}
