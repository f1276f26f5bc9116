package org.mangrove.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.mangrove.core.governance.Demand;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.refusal.Refusal;

/** Whatever anybody does in whatever order: nothing is published that lacks an agreement, or that was agreed to by its own author. */
class SubmissionPropertiesTest {

    private static final List<String> SPACES = List.of("global", "emea");
    private static final List<Lane> LANES = List.of(Lane.LEGAL, Lane.WORKS_COUNCIL, Lane.REGIONAL);

    /** What somebody wants to do; numbers choose among what there is. */
    record Act(What what, int who, int lane, int first, int second, boolean isStale) {}

    enum What {
        HAND_IN,
        PUT_FORWARD,
        AGREE,
        AGREE_FOR_ANOTHER,
        ASK_FOR_CHANGE,
        REFUSE,
        WITHDRAW,
        CHANGE_RIGHTS,
        PUBLISH
    }

    /** What was ever said, told by itself: it knows nothing of how a submission remembers it. */
    private static final class Witness {

        private final List<Map<String, String>> handedIn = new ArrayList<>();
        private final Set<UUID> hands = new HashSet<>();
        private final Map<Lane, Agreement> last = new HashMap<>();

        /** @param by all whose agreement it is */
        record Agreement(boolean agrees, Set<UUID> by, Map<String, String> about) {}

        Map<String, String> current() {
            return handedIn.getLast();
        }

        void mustBeRight(Map<String, Demand> demands, UUID publisher) {
            boolean fourEyes = demands.values().stream().anyMatch(Demand::fourEyes);
            for (String space : demands.keySet()) {
                for (Lane lane : demands.get(space).lanes().keySet()) {
                    Agreement agreement = last.get(lane);
                    assertThat(agreement).as("what %s has said", lane).isNotNull();
                    assertThat(Objects.requireNonNull(agreement).agrees())
                            .as("%s agrees", lane)
                            .isTrue();
                    assertThat(agreement.about().get(space))
                            .as("%s has agreed to what %s gets", lane, space)
                            .isEqualTo(current().get(space));
                    if (fourEyes) {
                        assertThat(agreement.by()).as("who agrees in %s", lane).doesNotContainAnyElementsOf(hands);
                    }
                }
            }
            if (fourEyes) {
                assertThat(hands).doesNotContain(publisher);
            }
        }
    }

    @Property(tries = 3_000)
    void nothing_is_published_without_those_who_have_to_agree_nor_by_its_author_alone(
            @ForAll("rights") Map<String, Demand> first,
            @ForAll("rights") Map<String, Demand> second,
            @ForAll("acts") List<Act> acts) {
        Map<String, Demand> rights = first;
        var witness = new Witness();
        Submission submission = begin(rights, witness);
        int published = 0;
        for (Act act : acts) {
            if (act.what() == What.CHANGE_RIGHTS) {
                rights = rights == first ? second : first;
                continue;
            }
            try {
                submission = done(submission, act, rights, witness);
                if (act.what() == What.PUBLISH) {
                    witness.mustBeRight(rights, person(act.who()));
                    published++;
                }
            } catch (Refusal refused) {
                // As it should be: the submission is as it was.
            }
        }
        assertThat(published).isLessThanOrEqualTo(1);
        assertThat(submission.state() == State.PUBLISHED).isEqualTo(published == 1);
        boolean demands = !rights.values().stream().allMatch(Demand::isNothing);
        Statistics.collect(published == 1 ? demands ? "published, demanded" : "published" : "not published");
        Statistics.coverage(coverage -> coverage.check("published, demanded").percentage(share -> share > 10));
    }

    private static Submission begin(Map<String, Demand> rights, Witness witness) {
        Map<String, String> parts = Map.of("global", "0", "emea", "0");
        witness.handedIn.add(parts);
        witness.hands.add(person(0));
        return Submission.begin("lifts", Handed.in(1, person(0), parts), rights);
    }

    private static Submission done(Submission there, Act act, Map<String, Demand> rights, Witness witness) {
        UUID who = person(act.who());
        String seen = act.isStale() ? "{another}" : there.current().digest();
        Lane lane = LANES.get(act.lane());
        return switch (act.what()) {
            case HAND_IN -> {
                Map<String, String> parts = Map.of("global", "" + act.first(), "emea", "" + act.second());
                Submission after = there.handIn(Handed.in(there.current().no() + 1, who, parts), rights, seen);
                witness.handedIn.add(parts);
                witness.hands.add(who);
                yield after;
            }
            case PUT_FORWARD -> there.putForward(who, "", seen, Handed.NOW);
            case AGREE -> said(there, lane, Opinion.Kind.APPROVED, who, Optional.empty(), seen, witness);
            case AGREE_FOR_ANOTHER ->
                said(there, lane, Opinion.Kind.APPROVED, who, Optional.of(person(act.first())), seen, witness);
            case ASK_FOR_CHANGE -> said(there, lane, Opinion.Kind.CHANGES_ASKED, who, Optional.empty(), seen, witness);
            case REFUSE -> said(there, lane, Opinion.Kind.REFUSED, who, Optional.empty(), seen, witness);
            case WITHDRAW -> there.withdraw(who, "", Handed.NOW);
            case PUBLISH -> there.publish(who, seen, rights, 1, Handed.NOW);
            case CHANGE_RIGHTS -> there;
        };
    }

    private static Submission said(
            Submission there,
            Lane lane,
            Opinion.Kind kind,
            UUID who,
            Optional<UUID> inPlaceOf,
            String seen,
            Witness witness) {
        Submission after = there.say(lane, new Opinion(kind, who, inPlaceOf, "Because", Handed.NOW), seen);
        var by = new HashSet<UUID>();
        by.add(who);
        inPlaceOf.ifPresent(by::add);
        witness.last.put(lane, new Witness.Agreement(kind == Opinion.Kind.APPROVED, by, witness.current()));
        return after;
    }

    private static UUID person(int number) {
        return Handed.person(number);
    }

    @Provide
    Arbitrary<Map<String, Demand>> rights() {
        Arbitrary<Set<Lane>> lanes = Arbitraries.of(LANES).set().ofMaxSize(2);
        return Combinators.combine(lanes, lanes, Arbitraries.of(true, false)).as((global, emea, fourEyes) -> {
            var rights = new TreeMap<String, Demand>();
            rights.put(SPACES.getFirst(), demand(global, fourEyes));
            rights.put(SPACES.getLast(), demand(emea, false));
            return rights;
        });
    }

    private static Demand demand(Set<Lane> lanes, boolean fourEyes) {
        var days = new TreeMap<Lane, Integer>();
        lanes.forEach(lane -> days.put(lane, 5));
        return new Demand(days, fourEyes);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Integer> people =
                Arbitraries.frequency(Tuple.of(3, 3), Tuple.of(2, 2), Tuple.of(1, 1), Tuple.of(1, 0));
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(3, What.HAND_IN),
                Tuple.of(6, What.PUT_FORWARD),
                Tuple.of(24, What.AGREE),
                Tuple.of(4, What.AGREE_FOR_ANOTHER),
                Tuple.of(2, What.ASK_FOR_CHANGE),
                Tuple.of(10, What.PUBLISH),
                Tuple.of(1, What.CHANGE_RIGHTS));
        Arbitrary<What> any =
                Arbitraries.frequencyOf(Tuple.of(40, what), Tuple.of(1, Arbitraries.of(What.REFUSE, What.WITHDRAW)));
        Arbitrary<Integer> two = Arbitraries.integers().between(0, 1);
        Arbitrary<Boolean> stale = Arbitraries.frequency(Tuple.of(15, false), Tuple.of(1, true));
        return Combinators.combine(any, people, Arbitraries.integers().between(0, 2), two, two, stale)
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(50);
    }
}
