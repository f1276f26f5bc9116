package org.mangrove.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
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
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What holds of every sequence of versions, figures of regions and markets, locks, expiries and decisions, with a policy as the asset. */
class PolicyPropertiesTest {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> SUBJECTS = List.of("up/a", "up/b", "down/c", "free/d");

    private static final PolicyDefinition POLICY = new PolicyDefinition(
            "deadlines",
            Message.of("policy.deadlines.title"),
            Message.of("policy.deadlines.lead"),
            "Nothing waits for ever",
            SUBJECTS.stream().map(PolicyPropertiesTest::figure).toList());

    /** What can happen. */
    sealed interface Act {

        record Publish(String subject, int value) implements Act {}

        /** @param days until it ends; for good if there are none */
        record Say(Level level, String subject, int value, int days) implements Act {}

        record Keep(Level level, String subject) implements Act {}

        record GiveUp(Level level, String subject) implements Act {}

        record Lock(String subject, LockRule.Hold hold, int days) implements Act {}

        record Pass(int days) implements Act {}
    }

    /** What a space has said and nobody has decided otherwise since. */
    private record Word(Level level, String subject, String value, Optional<Instant> until) {}

    private static final class World {

        private final Map<Level, Overlay> overlays = new HashMap<>();
        private final List<LockRule> locks = new ArrayList<>();
        private final List<Word> words = new ArrayList<>();
        private Map<String, String> figures = new TreeMap<>();
        private Instant now = BEGINNING;
        private int no = 1;
        private boolean hadConflict;

        World() {
            overlays.put(Level.REGION, Overlay.of(POLICY.asset(), "emea", Level.REGION, 0, List.of()));
            overlays.put(Level.TENANT, Overlay.of(POLICY.asset(), "acme-de", Level.TENANT, 0, List.of()));
        }

        void happen(Act act) {
            try {
                switch (act) {
                    case Act.Publish(String subject, int value) -> {
                        figures = new TreeMap<>(figures);
                        figures.put(subject, String.valueOf(value));
                        no++;
                    }
                    case Act.Say(Level level, String subject, int value, int days) -> {
                        Optional<Instant> until =
                                days == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(days)));
                        String text = String.valueOf(value);
                        become(
                                level,
                                desk(level)
                                        .saying(
                                                seen(level),
                                                subject,
                                                text,
                                                new Terms("Why", Optional.empty(), until),
                                                now));
                        forget(level, subject);
                        words.add(new Word(level, subject, text, until));
                    }
                    case Act.Keep(Level level, String subject) ->
                        become(level, desk(level).keeping(seen(level), subject, "Seen", new UUID(0, 1), now));
                    case Act.GiveUp(Level level, String subject) -> {
                        become(level, desk(level).givingUp(seen(level), subject, "Not any more"));
                        forget(level, subject);
                    }
                    case Act.Lock(String subject, LockRule.Hold hold, int days) ->
                        locks.add(new LockRule(
                                "global",
                                Level.GLOBAL,
                                LockRule.Scope.FIELD,
                                POLICY.asset() + "/" + subject,
                                hold,
                                now,
                                now.plus(Duration.ofDays(days)),
                                "Somebody",
                                "One voice"));
                    case Act.Pass(int days) -> now = now.plus(Duration.ofDays(days));
                }
            } catch (Refusal.Invalid | Refusal.Conflict refused) {
                // what is refused has changed nothing
            }
            hadConflict |= desk(Level.TENANT).rows().stream()
                    .anyMatch(row -> row.item().isPresent());
        }

        private void forget(Level level, String subject) {
            words.removeIf(word -> word.level() == level && word.subject().equals(subject));
        }

        private int seen(Level level) {
            return overlay(level).revision();
        }

        private void become(Level level, List<Adaptation> said) {
            Overlay before = overlay(level);
            overlays.put(level, Overlay.of(before.asset(), before.space(), level, before.revision() + 1, said));
        }

        private Overlay overlay(Level level) {
            return Optional.ofNullable(overlays.get(level)).orElseThrow();
        }

        PolicyDesk desk(Level level) {
            return desk(level, overlay(Level.REGION), overlay(level), now);
        }

        PolicyDesk desk(Level level, Overlay region, Overlay own, Instant at) {
            PolicyVersion first = PolicyBook.unpublished(POLICY, figures, BEGINNING);
            return PolicyDesk.of(
                    POLICY,
                    PolicyVersion.of(
                            "deadlines", no, ChangeClass.MAJOR, BEGINNING, first.facts(), "Why", first.blocks()),
                    level == Level.TENANT ? List.of(region) : List.of(),
                    own,
                    new Rules(
                            new Locks(PolicyDefinition.TYPE, POLICY.asset(), locks),
                            List.of(),
                            List.of(),
                            List.of("DE")),
                    at);
        }

        /** What had to be there and is not. */
        List<Word> lost() {
            return words.stream()
                    .filter(word ->
                            word.until().filter(end -> !end.isAfter(now)).isEmpty())
                    .filter(word -> desk(word.level())
                            .find(word.subject())
                            .flatMap(PolicyDesk.Row::said)
                            .filter(word.value()::equals)
                            .isEmpty())
                    .toList();
        }
    }

    @Property(tries = 1000)
    void no_figure_of_a_space_is_lost_before_it_ends_or_somebody_decides(@ForAll("histories") List<Act> history) {
        var world = new World();
        for (Act act : history) {
            world.happen(act);

            assertThat(world.lost()).as("lost after %s", act).isEmpty();
        }
        Statistics.label("with something changed above")
                .collect(world.hadConflict)
                .coverage(share -> share.check(true).percentage(percent -> percent >= 20));
    }

    @Property(tries = 1000)
    void nobody_demands_less_than_what_is_above_unless_it_was_opened(@ForAll("histories") List<Act> history) {
        var world = new World();
        for (Act act : history) {
            world.happen(act);

            for (Level level : List.of(Level.REGION, Level.TENANT)) {
                assertThat(world.desk(level).rows())
                        .as("after %s", act)
                        .allMatch(row -> row.isOpen()
                                || !row.figure().isLooser(Optional.of(row.above()), Optional.of(row.value())));
            }
        }
    }

    @Property(tries = 1000)
    void a_stricter_version_never_loosens_what_holds_in_a_market(
            @ForAll("histories") List<Act> history, @ForAll("subjects") String subject, @ForAll("values") int value) {
        var world = new World();
        history.forEach(world::happen);
        PolicyDesk.Row before = world.desk(Level.TENANT).find(subject).orElseThrow();
        Figure figure = before.figure();
        String global = world.figures.getOrDefault(subject, figure.platform());
        boolean isStricter = figure.isLooser(Optional.of(String.valueOf(value)), Optional.of(global));

        world.happen(new Act.Publish(subject, isStricter ? value : Integer.parseInt(global)));

        String after = world.desk(Level.TENANT).find(subject).orElseThrow().value();
        assertThat(figure.isLooser(Optional.of(before.value()), Optional.of(after)))
                .isFalse();
    }

    @Property(tries = 500)
    void figures_of_different_fields_commute(
            @ForAll("histories") List<Act> history, @ForAll("says") Act.Say one, @ForAll("says") Act.Say other) {
        var world = new World();
        history.forEach(world::happen);
        var sameWorld = new World();
        history.forEach(sameWorld::happen);
        String elsewhere = SUBJECTS.get((SUBJECTS.indexOf(one.subject()) + 1) % SUBJECTS.size());
        var apart = new Act.Say(other.level(), elsewhere, other.value(), other.days());

        List.<Act>of(one, apart).forEach(world::happen);
        List.<Act>of(apart, one).forEach(sameWorld::happen);

        assertThat(sameWorld.desk(Level.TENANT).figures())
                .isEqualTo(world.desk(Level.TENANT).figures());
    }

    @Property(tries = 500)
    void what_is_written_down_and_read_again_says_the_same_and_time_changes_nothing_before_it_says(
            @ForAll("histories") List<Act> history) {
        var world = new World();
        history.forEach(world::happen);
        PolicyDesk now = world.desk(Level.TENANT);

        PolicyDesk read = world.desk(
                Level.TENANT, again(world.overlay(Level.REGION)), again(world.overlay(Level.TENANT)), world.now);
        Instant later =
                now.validUntil().map(until -> until.minusMillis(1)).orElse(world.now.plusSeconds(1_000_000_000));
        PolicyDesk then = world.desk(Level.TENANT, world.overlay(Level.REGION), world.overlay(Level.TENANT), later);

        assertThat(read.figures()).isEqualTo(now.figures());
        assertThat(then.figures()).isEqualTo(now.figures());
    }

    private static Overlay again(Overlay overlay) {
        return LineageJson.toOverlay(CanonicalJson.read(CanonicalJson.write(LineageJson.of(overlay))));
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return acts().list().ofMinSize(5).ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.of(SUBJECTS);
    }

    @Provide
    Arbitrary<Integer> values() {
        return Arbitraries.integers().between(10, 30);
    }

    @Provide
    Arbitrary<Act.Say> says() {
        return Combinators.combine(
                        levels(), subjects(), values(), Arbitraries.integers().between(0, 4))
                .as(Act.Say::new);
    }

    private Arbitrary<Act> acts() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Combinators.combine(subjects(), values()).as((subject, value) ->
                        (Act) new Act.Publish(subject, value))),
                Tuple.of(8, says().map(say -> (Act) say)),
                Tuple.of(2, Combinators.combine(levels(), subjects()).as((level, subject) ->
                        (Act) new Act.Keep(level, subject))),
                Tuple.of(1, Combinators.combine(levels(), subjects()).as((level, subject) ->
                        (Act) new Act.GiveUp(level, subject))),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        subjects(),
                                        Arbitraries.of(LockRule.Hold.class),
                                        Arbitraries.integers().between(0, 3))
                                .as((subject, hold, days) -> (Act) new Act.Lock(subject, hold, days))),
                Tuple.of(2, Arbitraries.integers().between(1, 3).map(days -> (Act) new Act.Pass(days))));
    }

    private static Arbitrary<Level> levels() {
        return Arbitraries.of(Level.REGION, Level.TENANT);
    }

    private static Figure figure(String subject) {
        String[] parts = subject.split("/", 2);
        return new Figure(
                parts[0],
                parts[1],
                Message.of("policy.figure"),
                Message.of("policy.figure"),
                new Range.Numbers(10, 30),
                switch (parts[0]) {
                    case "up" -> Stricter.HIGHER;
                    case "down" -> Stricter.LOWER;
                    default -> Stricter.NEITHER;
                },
                "20");
    }
}
