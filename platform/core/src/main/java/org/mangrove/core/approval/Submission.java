package org.mangrove.core.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.governance.Demand;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A candidate on its way to become a version. It knows no clock and no rows: each act gives what holds afterwards, or says why it cannot be.
 *
 * @param revisions the last one is what it is about
 * @param fourEyes whether whoever has handed in any of them may neither approve nor publish
 * @param steps the oldest first
 * @param version the number of the version that it became; 0 before
 */
public record Submission(
        String course,
        State state,
        List<Revision> revisions,
        boolean fourEyes,
        List<LaneReview> lanes,
        List<Step> steps,
        int version) {

    private static final int MOST_STEPS = 500;

    public Submission {
        revisions = List.copyOf(revisions);
        lanes = List.copyOf(lanes);
        steps = List.copyOf(steps);
    }

    /** @param demands what has to be there for what each space would get, by its slug */
    public static Submission begin(String course, Revision first, Map<String, Demand> demands) {
        var nothing = new Submission(course, State.DRAFT, List.of(), false, List.of(), List.of(), 0);
        return nothing.with(first, demands).step(Step.What.HANDED_IN, Optional.empty(), first.by(), "", first.at());
    }

    public Revision current() {
        return revisions.getLast();
    }

    /** All who have handed in any of it. */
    public Set<UUID> hands() {
        return revisions.stream().map(Revision::by).collect(Collectors.toSet());
    }

    public Optional<LaneReview> find(Lane lane) {
        return lanes.stream().filter(review -> review.lane() == lane).findFirst();
    }

    /**
     * Another revision takes the place of the one before. A lane is asked again if what it is asked about is another now; what others
     * have said stays.
     *
     * @param seen the digest of the revision that it was made from
     */
    public Submission handIn(Revision next, Map<String, Demand> demands, String seen) {
        mustBeOpen();
        mustBeCurrent(seen);
        return with(next, demands).settled().step(Step.What.HANDED_IN, Optional.empty(), next.by(), "", next.at());
    }

    public Submission putForward(UUID by, String words, String seen, Instant now) {
        mustBe(state == State.DRAFT);
        mustBeCurrent(seen);
        return new Submission(
                        course,
                        State.IN_REVIEW,
                        revisions,
                        fourEyes,
                        lanes.stream().map(lane -> lane.asked(now)).toList(),
                        steps,
                        version)
                .settled()
                .step(Step.What.PUT_FORWARD, Optional.empty(), by, words, now);
    }

    /**
     * Somebody who sits in a lane says what they think. Until it is published they may say something else.
     *
     * @param seen the digest of what they have looked at
     */
    public Submission say(Lane lane, Opinion opinion, String seen) {
        mustBe(state == State.IN_REVIEW || state == State.APPROVED);
        mustBeCurrent(seen);
        LaneReview there = find(lane).orElseThrow(() -> new Refusal.NotFound(Message.of("approval.lane.not-asked")));
        if (fourEyes && isOneOf(hands(), opinion)) {
            throw new Refusal.NotAllowed(Message.of("approval.four-eyes.approve"));
        }
        Submission said = new Submission(
                course,
                opinion.kind() == Opinion.Kind.REFUSED ? State.REFUSED : state,
                revisions,
                fourEyes,
                lanes.stream()
                        .map(review -> review == there ? review.saying(opinion) : review)
                        .toList(),
                steps,
                version);
        return said.settled()
                .step(
                        Step.What.valueOf(opinion.kind().name()),
                        Optional.of(lane),
                        opinion.by(),
                        opinion.inPlaceOf(),
                        opinion.reason(),
                        opinion.at());
    }

    public Submission withdraw(UUID by, String words, Instant now) {
        mustBeOpen();
        return in(State.WITHDRAWN, version).step(Step.What.WITHDRAWN, Optional.empty(), by, words, now);
    }

    /**
     * @param seen the digest of what they want to publish
     * @param demands as the rights are now: they may have changed since the lanes were asked
     */
    public Submission publish(UUID by, String seen, Map<String, Demand> demands, int number, Instant now) {
        mustBeOpen();
        mustBeCurrent(seen);
        Demand demand = all(demands);
        Map<Lane, Set<String>> grounds = grounds(demands);
        boolean isAgreed = grounds.keySet().stream()
                .allMatch(lane -> find(lane)
                        .filter(review ->
                                review.approved() && review.grounds().containsAll(grounds.getOrDefault(lane, Set.of())))
                        .isPresent());
        if (state != State.APPROVED || !isAgreed) {
            throw new Refusal.Conflict(Message.of("approval.submission.not-approved"));
        }
        if (fourEyes || demand.fourEyes()) {
            if (hands().contains(by)) {
                throw new Refusal.NotAllowed(Message.of("approval.four-eyes.publish"));
            }
            if (lanes.stream().anyMatch(review -> saidByOneOf(hands(), review))) {
                throw new Refusal.Conflict(Message.of("approval.submission.not-approved"));
            }
        }
        return in(State.PUBLISHED, number).step(Step.What.PUBLISHED, Optional.empty(), by, "", now);
    }

    /** By when the first of the silent lanes should say something. */
    public Optional<Instant> due() {
        return lanes.stream()
                .filter(LaneReview::silent)
                .flatMap(review -> review.due().stream())
                .min(Instant::compareTo);
    }

    private Submission with(Revision next, Map<String, Demand> demands) {
        var asked = new ArrayList<LaneReview>();
        Demand demand = all(demands);
        SortedMap<Lane, Integer> days = demand.lanes();
        var all = new ArrayList<>(revisions);
        all.add(next);
        Set<UUID> hands = all.stream().map(Revision::by).collect(Collectors.toSet());
        grounds(demands)
                .forEach((lane, spaces) -> asked.add(find(lane)
                        .filter(before -> before.grounds().equals(spaces)
                                && spaces.stream().allMatch(space -> current().sameFor(space, next.parts()))
                                && !(demand.fourEyes() && saidByOneOf(hands, before)))
                        .orElseGet(() -> {
                            var review = new LaneReview(
                                    lane,
                                    days.getOrDefault(lane, 1),
                                    spaces,
                                    next.no(),
                                    Optional.empty(),
                                    Optional.empty());
                            return state == State.DRAFT ? review : review.asked(next.at());
                        })));
        return new Submission(course, state, all, demand.fourEyes(), asked, steps, version);
    }

    /** Because of which spaces each lane is asked. */
    private static SortedMap<Lane, Set<String>> grounds(Map<String, Demand> demands) {
        var grounds = new TreeMap<Lane, Set<String>>();
        demands.forEach((space, demand) -> demand.lanes()
                .keySet()
                .forEach(lane ->
                        grounds.computeIfAbsent(lane, each -> new TreeSet<>()).add(space)));
        return grounds;
    }

    private static boolean saidByOneOf(Set<UUID> hands, LaneReview review) {
        return review.opinion().filter(opinion -> isOneOf(hands, opinion)).isPresent();
    }

    private static boolean isOneOf(Set<UUID> hands, Opinion opinion) {
        return hands.contains(opinion.by())
                || opinion.inPlaceOf().filter(hands::contains).isPresent();
    }

    private static Demand all(Map<String, Demand> demands) {
        return demands.values().stream().reduce(Demand.NOTHING, Demand::and);
    }

    /** Approved if all have agreed, in review otherwise. */
    private Submission settled() {
        return state == State.IN_REVIEW || state == State.APPROVED
                ? in(lanes.stream().allMatch(LaneReview::approved) ? State.APPROVED : State.IN_REVIEW, version)
                : this;
    }

    private Submission in(State next, int number) {
        return new Submission(course, next, revisions, fourEyes, lanes, steps, number);
    }

    private Submission step(Step.What what, Optional<Lane> lane, UUID by, String words, Instant at) {
        return step(what, lane, by, Optional.empty(), words, at);
    }

    private Submission step(
            Step.What what, Optional<Lane> lane, UUID by, Optional<UUID> inPlaceOf, String words, Instant at) {
        if (steps.size() >= MOST_STEPS) {
            throw new Refusal.Conflict(
                    Message.of("approval.submission.too-many-steps").with("most", MOST_STEPS));
        }
        var all = new ArrayList<>(steps);
        all.add(new Step(what, lane, current().no(), by, inPlaceOf, words, at));
        return new Submission(course, state, revisions, fourEyes, lanes, all, version);
    }

    private void mustBeOpen() {
        mustBe(state.open());
    }

    private static void mustBe(boolean possible) {
        if (!possible) {
            throw new Refusal.Conflict(Message.of("approval.submission.not-now"));
        }
    }

    private void mustBeCurrent(String seen) {
        if (!current().digest().equals(seen)) {
            throw new Refusal.Conflict(Message.of("approval.submission.changed-meanwhile"));
        }
    }
}
