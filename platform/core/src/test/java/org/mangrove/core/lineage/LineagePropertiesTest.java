package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.mangrove.core.lineage.World.Act;

/** What holds of every sequence of edits, publications, locks, expiries and syncs over three levels. */
class LineagePropertiesTest {

    @Property(tries = 1000)
    void no_word_of_a_space_is_lost_before_it_expires_or_somebody_decides(@ForAll("histories") List<Act> history) {
        var world = new World();
        for (Act act : history) {
            world.happen(act);

            assertThat(world.lost()).as("lost after %s", act).isEmpty();
        }
        Statistics.label("with a conflict")
                .collect(world.hadConflict())
                .coverage(share -> share.check(true).percentage(percent -> percent >= 20));
        Statistics.label("with words joined")
                .collect(world.hadJoined())
                .coverage(share -> share.check(true).percentage(percent -> percent >= 20));
    }

    @Property(tries = 1000)
    void to_sync_twice_is_to_sync_once(@ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);

        world.happen(new Act.Sync(Level.REGION));
        world.happen(new Act.Sync(Level.TENANT));
        List<Overlay> once = world.overlays();
        world.happen(new Act.Sync(Level.REGION));
        world.happen(new Act.Sync(Level.TENANT));

        assertThat(world.overlays()).isEqualTo(once);
    }

    @Property(tries = 1000)
    void what_is_written_down_and_read_again_resolves_to_the_same(@ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);

        List<Overlay> read = world.overlays().stream()
                .map(overlay -> LineageJson.toOverlay(CanonicalJson.read(CanonicalJson.write(LineageJson.of(overlay)))))
                .toList();

        assertThat(read).isEqualTo(world.overlays());
        assertThat(world.resolved(read)).isEqualTo(world.resolved(world.overlays()));
    }

    @Property(tries = 500)
    void edits_of_different_fields_commute_through_a_sync(
            @ForAll("histories") List<Act> history, @ForAll("edits") Act.Edit one, @ForAll("edits") Act.Edit other) {
        Assume.that(one.block() != other.block());
        var world = new World();
        history.forEach(world::happen);
        var sameWorld = new World();
        history.forEach(sameWorld::happen);

        for (Act act : List.of(one, other, new Act.Sync(Level.REGION), new Act.Sync(Level.TENANT))) {
            world.happen(act);
        }
        for (Act act : List.of(other, one, new Act.Sync(Level.REGION), new Act.Sync(Level.TENANT))) {
            sameWorld.happen(act);
        }

        assertThat(sameWorld.says()).isEqualTo(world.says());
    }

    @Property(tries = 500)
    void time_changes_nothing_before_the_answer_says(@ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);
        Resolved now = world.resolved(world.overlays());

        now.validUntil().ifPresent(until -> {
            world.passTo(until.minusMillis(1));
            assertThat(world.resolved(world.overlays()).places()).isEqualTo(now.places());
        });
        if (now.validUntil().isEmpty()) {
            world.passTo(World.BEGINNING.plusSeconds(1_000_000_000));
            assertThat(world.resolved(world.overlays()).places()).isEqualTo(now.places());
        }
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return acts().list().ofMinSize(5).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Act.Edit> edits() {
        return Combinators.combine(blocks(), words(), Arbitraries.of(ChangeClass.class))
                .as(Act.Edit::new);
    }

    private Arbitrary<Act> acts() {
        Arbitrary<Level> below = Arbitraries.of(Level.REGION, Level.TENANT);
        return Arbitraries.frequencyOf(
                Tuple.of(6, edits().map(edit -> (Act) edit)),
                Tuple.of(
                        6,
                        Combinators.combine(
                                        below,
                                        blocks(),
                                        words(),
                                        Arbitraries.integers().between(0, 4))
                                .as((level, block, word, days) -> (Act) new Act.Override(level, block, word, days))),
                Tuple.of(2, Combinators.combine(below, blocks()).as((level, block) ->
                        (Act) new Act.Insert(level, block))),
                Tuple.of(1, blocks().map(block -> (Act) new Act.Remove(block))),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        blocks(),
                                        Arbitraries.of(LockRule.Hold.class),
                                        Arbitraries.integers().between(0, 3))
                                .as((block, hold, days) -> (Act) new Act.Lock(block, hold, days))),
                Tuple.of(2, Arbitraries.integers().between(1, 3).map(days -> (Act) new Act.Pass(days))),
                Tuple.of(5, below.map(level -> (Act) new Act.Sync(level))),
                Tuple.of(
                        2,
                        Combinators.combine(below, Arbitraries.of(Act.How.class))
                                .as((level, how) -> (Act) new Act.Decide(level, how))));
    }

    private static Arbitrary<Integer> blocks() {
        return Arbitraries.integers().between(0, World.BLOCKS - 1);
    }

    private static Arbitrary<Integer> words() {
        return Arbitraries.integers().between(0, World.WORDS - 1);
    }
}
