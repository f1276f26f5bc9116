package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Branches.End;
import org.mangrove.core.content.Branches.Flaw;
import org.mangrove.core.content.Branches.Scene;
import org.mangrove.core.content.Branches.Way;
import org.mangrove.core.content.Branches.What;

class BranchesTest {

    @Test
    void a_story_with_a_good_end_is_whole() {
        assertThat(flaws(goesOn("a", "b", "c"), ends("b", End.GOOD), ends("c", End.POOR)))
                .isEmpty();
        assertThat(flaws(goesOn("a", "a", "b"), ends("b", End.GOOD)))
                .as("one may stay in a scene")
                .isEmpty();
    }

    @Test
    void each_flaw_names_its_scene() {
        assertThat(flaws(ends("a", End.GOOD))).containsExactly(new Flaw(What.TOO_FEW, "", "", ""));
        assertThat(flaws(goesOn("a", "b"), ends("b", End.GOOD), ends("c", End.POOR)))
                .containsExactly(new Flaw(What.UNREACHABLE, "c", "", ""));
        assertThat(flaws(goesOn("a", "b", "d"), ends("b", End.GOOD)))
                .containsExactly(new Flaw(What.NOWHERE, "a", "w2", "d"));
        assertThat(flaws(goesOn("a", "b", "c"), ends("b", End.GOOD), goesOn("c")))
                .containsExactly(new Flaw(What.DEAD_END, "c", "", ""));
        assertThat(flaws(goesOn("a", "b", "c"), ends("b", End.GOOD), goesOn("c", "d"), goesOn("d", "c")))
                .containsExactly(new Flaw(What.NO_WAY_OUT, "c", "", ""), new Flaw(What.NO_WAY_OUT, "d", "", ""));
        assertThat(flaws(goesOn("a", "b"), ends("b", End.POOR)))
                .containsExactly(new Flaw(What.NO_GOOD_END, "", "", ""));
        assertThat(flaws(goesOn("a", "b"), new Scene("b", List.of(new Way("w1", "a")), Optional.of(End.GOOD))))
                .containsExactly(new Flaw(What.END_GOES_ON, "b", "", ""));
        assertThat(flaws(goesOn("a", "b"), ends("b", End.GOOD), ends("b", End.GOOD)))
                .containsExactly(new Flaw(What.TWICE, "b", "", ""));
    }

    /** Held against another way of finding out: growing what is reached, until nothing is added. */
    @Property(tries = 1_000)
    void is_whole_exactly_if_everybody_comes_everywhere_and_out_again(@ForAll("stories") List<Scene> scenes) {
        Set<String> reached = new HashSet<>(Set.of(scenes.getFirst().id()));
        Set<String> outOf = new HashSet<>();
        for (int round = 0; round < scenes.size(); round++) {
            for (Scene scene : scenes) {
                if (reached.contains(scene.id())) {
                    scene.ways().forEach(way -> reached.add(way.to()));
                }
                if (scene.end().isPresent() || scene.ways().stream().anyMatch(way -> outOf.contains(way.to()))) {
                    outOf.add(scene.id());
                }
            }
        }
        boolean isWhole = reached.size() == scenes.size()
                && outOf.size() == scenes.size()
                && scenes.stream().anyMatch(scene -> scene.end().equals(Optional.of(End.GOOD)));

        assertThat(new Branches(scenes).flaws().isEmpty()).isEqualTo(isWhole);
    }

    /** Each scene is an end or has one to three choices, of scenes that are there. */
    @Provide
    Arbitrary<List<Scene>> stories() {
        return Arbitraries.integers()
                .between(2, 7)
                .flatMap(size -> Arbitraries.integers()
                        .between(0, 2)
                        .list()
                        .ofSize(size)
                        .flatMap(kinds -> Arbitraries.integers()
                                .between(0, size - 1)
                                .list()
                                .ofSize(3 * size)
                                .map(targets -> story(kinds, targets))));
    }

    private static List<Scene> story(List<Integer> kinds, List<Integer> targets) {
        var scenes = new ArrayList<Scene>();
        for (int at = 0; at < kinds.size(); at++) {
            int first = 3 * at;
            scenes.add(
                    at > 0 && kinds.get(at) == 0
                            ? ends("s" + at, targets.get(first) % 2 == 0 ? End.GOOD : End.POOR)
                            : goesOn(
                                    "s" + at,
                                    IntStream.rangeClosed(0, kinds.get(at))
                                            .mapToObj(way -> "s" + targets.get(first + way))
                                            .toArray(String[]::new)));
        }
        return scenes;
    }

    private static List<Flaw> flaws(Scene... scenes) {
        return new Branches(List.of(scenes)).flaws();
    }

    private static Scene ends(String id, End end) {
        return new Scene(id, List.of(), Optional.of(end));
    }

    private static Scene goesOn(String id, String... to) {
        return new Scene(
                id,
                IntStream.range(0, to.length)
                        .mapToObj(at -> new Way("w" + (at + 1), to[at]))
                        .toList(),
                Optional.empty());
    }
}
