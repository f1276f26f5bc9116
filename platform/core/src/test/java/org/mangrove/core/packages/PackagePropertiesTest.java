package org.mangrove.core.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.refusal.Refusal;

/** What holds of every sequence of versions, replacements of regions and markets, locks, decisions and time. */
class PackagePropertiesTest {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ASSET = PackageVersion.asset("fire-safety");
    private static final UUID SOMEBODY = new UUID(0, 1);

    /** What can happen. */
    sealed interface Act {

        record Publish(int files, boolean byLaw) implements Act {}

        /** @param days until it ends; for good if there are none */
        record Replace(Level level, int files, int days) implements Act {}

        record Keep(Level level) implements Act {}

        record GiveUp(Level level) implements Act {}

        record Lock(LockRule.Hold hold, int days) implements Act {}

        record Pass(int days) implements Act {}
    }

    /** Three levels, and what each has of its own. */
    private static final class World {

        Instant now = BEGINNING;
        boolean hadDrift;
        final Set<Variants> known = new HashSet<>();
        private final List<PackageVersion> versions = new ArrayList<>();
        private final List<LockRule> locks = new ArrayList<>();
        private final List<Withdrawal> withdrawals = new ArrayList<>();
        private final Map<Level, Overlay> overlays = new EnumMap<>(Level.class);

        /** What each space has said last and nobody has decided about since. */
        private final Map<Level, Expected> expected = new HashMap<>();

        record Expected(Variants variants, Optional<Instant> until) {}

        World() {
            overlays.put(Level.REGION, Overlay.of(ASSET, "emea", Level.REGION, 0, List.of()));
            overlays.put(Level.TENANT, Overlay.of(ASSET, "acme-de", Level.TENANT, 0, List.of()));
            publish(variants(0), false);
        }

        PackageDesk desk(Level level) {
            return desk(level, overlay(Level.REGION), overlay(level), now);
        }

        PackageDesk desk(Level level, Overlay region, Overlay own, Instant at) {
            return PackageDesk.of(
                    versions,
                    level == Level.TENANT ? List.of(region) : List.of(),
                    own,
                    new Rules(new Locks(PackageVersion.TYPE, ASSET, locks), List.of(), withdrawals, List.of("DE")),
                    at);
        }

        Overlay overlay(Level level) {
            return Optional.ofNullable(overlays.get(level)).orElseThrow();
        }

        private void publish(Variants variants, boolean byLaw) {
            known.add(variants);
            PackageVersion version = PackageVersion.of(
                    "fire-safety",
                    versions.size() + 1,
                    byLaw ? ChangeClass.REGULATORY : ChangeClass.MAJOR,
                    now,
                    new PackageFacts("Owner", "Steward", "Objective", LocalDate.of(2030, 1, 1)),
                    "Because",
                    variants);
            if (byLaw && !versions.getLast().variants().equals(variants)) {
                withdrawals.addAll(Packages.withdrawn(versions, version));
            }
            versions.add(version);
        }

        void happen(Act act) {
            switch (act) {
                case Act.Publish(int files, boolean byLaw) -> publish(variants(files), byLaw);
                case Act.Replace(Level level, int files, int days) -> {
                    Optional<Instant> until =
                            days == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(days)));
                    Variants wanted = variants(100 + files);
                    PackageDesk desk = desk(level);
                    write(
                            level,
                            () -> desk.replacing(
                                    desk.own().revision(), wanted, new Terms("Because", Optional.empty(), until)),
                            () -> {
                                known.add(wanted);
                                expected.put(level, new Expected(wanted, until));
                            });
                }
                case Act.Keep(Level level) -> {
                    PackageDesk desk = desk(level);
                    write(level, () -> desk.keeping(desk.own().revision(), "Because", SOMEBODY), () -> {});
                }
                case Act.GiveUp(Level level) -> {
                    PackageDesk desk = desk(level);
                    write(level, () -> desk.givingUp(desk.own().revision(), "Because"), () -> expected.remove(level));
                }
                case Act.Lock(LockRule.Hold hold, int days) -> {
                    locks.clear();
                    locks.add(new LockRule(
                            "global",
                            Level.GLOBAL,
                            LockRule.Scope.ASSET,
                            ASSET,
                            hold,
                            now,
                            now.plus(Duration.ofDays(days)),
                            "Decider",
                            "Because"));
                }
                case Act.Pass(int days) -> now = now.plus(Duration.ofDays(days));
            }
            hadDrift |= desk(Level.TENANT).hasChangedAbove();
        }

        private interface Deed {
            List<Adaptation> done();
        }

        private void write(Level level, Deed deed, Runnable then) {
            try {
                Overlay before = overlay(level);
                overlays.put(level, Overlay.of(ASSET, before.space(), level, before.revision() + 1, deed.done()));
                then.run();
            } catch (Refusal.Invalid | Refusal.Conflict refused) {
                // then nothing is another
            }
        }

        /** Replacements that have not ended, and are not there. */
        List<Level> lost() {
            return expected.entrySet().stream()
                    .filter(each -> each.getValue()
                            .until()
                            .filter(end -> !end.isAfter(now))
                            .isEmpty())
                    .filter(each -> desk(each.getKey())
                            .said()
                            .filter(each.getValue().variants()::equals)
                            .isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Property(tries = 500)
    void no_replacement_of_a_space_is_lost_before_it_ends_or_somebody_decides(@ForAll("histories") List<Act> history) {
        var world = new World();
        for (Act act : history) {
            world.happen(act);

            assertThat(world.lost()).as("lost after %s", act).isEmpty();
        }
        Statistics.label("with something changed above")
                .collect(world.hadDrift)
                .coverage(share -> share.check(true).percentage(percent -> percent >= 20));
    }

    @Property(tries = 500)
    void what_is_served_is_always_one_that_somebody_has_made_and_never_a_mixture(
            @ForAll("histories") List<Act> history) {
        var world = new World();
        for (Act act : history) {
            world.happen(act);

            assertThat(world.known).contains(world.desk(Level.TENANT).here());
        }
    }

    @Property(tries = 500)
    void what_is_locked_after_its_grace_is_what_headquarters_has_published(@ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);

        world.happen(new Act.Lock(LockRule.Hold.LOCKED, 0));

        PackageDesk desk = world.desk(Level.TENANT);
        assertThat(desk.here()).isEqualTo(desk.version().variants());
        assertThat(world.lost()).isEmpty();
    }

    @Property(tries = 500)
    void what_is_written_down_and_read_again_says_the_same_and_time_changes_nothing_before_it_says(
            @ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);
        PackageDesk now = world.desk(Level.TENANT);

        PackageDesk read = world.desk(
                Level.TENANT, again(world.overlay(Level.REGION)), again(world.overlay(Level.TENANT)), world.now);
        Instant later =
                now.validUntil().map(until -> until.minusMillis(1)).orElse(world.now.plusSeconds(1_000_000_000));
        PackageDesk then = world.desk(Level.TENANT, world.overlay(Level.REGION), world.overlay(Level.TENANT), later);

        assertThat(read.here()).isEqualTo(now.here());
        assertThat(then.here()).isEqualTo(now.here());
        assertThat(then.isReleased()).isEqualTo(now.isReleased());
    }

    private static Overlay again(Overlay overlay) {
        return LineageJson.toOverlay(CanonicalJson.read(CanonicalJson.write(LineageJson.of(overlay))));
    }

    private static Variants variants(int files) {
        return Variants.of(Map.of("de", file("de " + files), "en", file("en " + files)));
    }

    private static Digest file(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return acts().list().ofMinSize(5).ofMaxSize(30);
    }

    private static Arbitrary<Act> acts() {
        Arbitrary<Integer> files = Arbitraries.integers().between(0, 5);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 4);
        Arbitrary<Level> levels = Arbitraries.of(Level.REGION, Level.TENANT);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Combinators.combine(files, Arbitraries.of(true, false, false))
                                .as((which, byLaw) -> (Act) new Act.Publish(which, byLaw))),
                Tuple.of(8, Combinators.combine(levels, files, days).as((level, which, until) ->
                        (Act) new Act.Replace(level, which, until))),
                Tuple.of(2, levels.map(level -> (Act) new Act.Keep(level))),
                Tuple.of(1, levels.map(level -> (Act) new Act.GiveUp(level))),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(LockRule.Hold.class), days)
                                .as((hold, grace) -> (Act) new Act.Lock(hold, grace))),
                Tuple.of(2, Arbitraries.integers().between(1, 3).map(passed -> (Act) new Act.Pass(passed))));
    }
}
