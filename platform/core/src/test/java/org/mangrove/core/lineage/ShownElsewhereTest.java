package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.ShownPlaces.Shown;

class ShownElsewhereTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void what_is_demanded_comes_along_the_way_to_whoever_shows_it() {
        Map<String, List<Shown>> shown = Map.of(
                "scaffolds", List.of(new Shown("steps", "ladders", "rungs")),
                "ladders", List.of(new Shown("rungs", "heights", "falling")));

        assertThat(demanded(shown, Map.of("heights", List.of("falling: LOCKED")), "scaffolds"))
                .containsExactly("steps: LOCKED");
    }

    @Test
    void each_is_asked_once_however_much_of_its_own_and_of_others_it_shows() {
        List<Shown> itself = IntStream.range(0, 40)
                .mapToObj(number -> new Shown("warning-" + number, "ladders", "warning"))
                .toList();
        Map<String, List<Shown>> shown =
                Map.of("ladders", itself, "scaffolds", List.of(new Shown("warning", "ladders", "warning")));

        assertThat(demanded(shown, Map.of("ladders", List.of("warning: LOCKED")), "ladders"))
                .hasSize(40)
                .contains("warning-39: LOCKED");
        assertThat(asked).containsExactly("ladders");
    }

    @Test
    void two_that_show_blocks_of_each_other_come_to_an_end() {
        Map<String, List<Shown>> shown = Map.of(
                "ladders", List.of(new Shown("a", "scaffolds", "b")),
                "scaffolds", List.of(new Shown("b", "ladders", "a")));

        assertThat(demanded(shown, Map.of("ladders", List.of("a: LOCKED")), "scaffolds"))
                .containsExactly("b: LOCKED");
        assertThat(asked).containsExactlyInAnyOrder("ladders", "scaffolds");
    }

    private List<String> demanded(Map<String, List<Shown>> shown, Map<String, List<String>> demands, String asset) {
        return new ShownElsewhere<String>(
                        each -> shown.getOrDefault(each, List.of()),
                        each -> {
                            asked.add(each);
                            return demands.getOrDefault(each, List.of());
                        },
                        (showing, block, ofSource) -> ofSource.stream()
                                .filter(demand -> demand.startsWith(block.sourceBlock() + ":"))
                                .map(demand -> block.block() + demand.substring(demand.indexOf(':')))
                                .toList())
                .of(asset);
    }
}
