package org.mangrove.core.learning;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far somebody is in a course. It hangs on the ids of blocks, so that it survives new versions of the course.
 *
 * @param attempt counts the tries at the questions from 1
 * @param seen the blocks that were worked through
 * @param answers those of this attempt, by block
 * @param section where to go on, on whatever device
 * @param walks how far the person is in scenarios, by block; none in rows that were written before there were any
 * @param version on which it rests; none in rows that were written before it was kept
 * @param again the blocks that were done, say something else since a version that matters, and have not been done again
 */
public record Progress(
        int attempt,
        SortedSet<String> seen,
        SortedMap<String, Answer> answers,
        Optional<String> section,
        Optional<SortedMap<String, String>> walks,
        Optional<Integer> version,
        Optional<SortedSet<String>> again) {

    public Progress {
        seen = Collections.unmodifiableSortedSet(new TreeSet<>(seen));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        walks = walks.filter(some -> !some.isEmpty())
                .map(some -> Collections.unmodifiableSortedMap(new TreeMap<>(some)));
        again = again.filter(some -> !some.isEmpty())
                .map(some -> Collections.unmodifiableSortedSet(new TreeSet<>(some)));
    }

    public static Progress none() {
        return new Progress(
                1,
                new TreeSet<>(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Progress see(Set<String> blocks) {
        var more = new TreeSet<>(seen);
        more.addAll(blocks);
        return new Progress(attempt, more, answers, section, walks, version, againWithout(blocks));
    }

    public Progress answer(String block, Answer answer) {
        var more = new TreeMap<>(answers);
        more.put(block, answer);
        return new Progress(attempt, seen, more, section, walks, version, againWithout(Set.of(block)));
    }

    public Progress at(String place) {
        return new Progress(attempt, seen, answers, Optional.of(place), walks, version, again);
    }

    /** How far the person is in a scenario, as {@link Walk} writes it. */
    public String walk(String block) {
        return walks.map(some -> some.getOrDefault(block, "")).orElse("");
    }

    public Progress walking(String block, String walk) {
        var more = new TreeMap<>(walks.orElseGet(TreeMap::new));
        more.put(block, walk);
        more.values().removeIf(String::isEmpty);
        return new Progress(attempt, seen, answers, section, Optional.of(more), version, again);
    }

    /** The questions once more; what was read stays read. */
    public Progress tryAgain() {
        return new Progress(attempt + 1, seen, new TreeMap<>(), Optional.empty(), Optional.empty(), version, again);
    }

    /** All of it once more. */
    public Progress startOver() {
        return new Progress(
                attempt + 1,
                new TreeSet<>(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                version,
                Optional.empty());
    }

    /**
     * Rests on another version from now on.
     *
     * @param changed blocks that have to be done once more if they were done
     */
    Progress on(int number, Set<String> changed) {
        var owed = new TreeSet<>(changed);
        owed.removeIf(block -> !seen.contains(block) && !answers.containsKey(block));
        again.ifPresent(owed::addAll);
        var read = new TreeSet<>(seen);
        read.removeAll(changed);
        var answered = new TreeMap<>(answers);
        answered.keySet().removeAll(changed);
        var walked = new TreeMap<>(walks.orElseGet(TreeMap::new));
        walked.keySet().removeAll(changed);
        return new Progress(
                attempt, read, answered, section, Optional.of(walked), Optional.of(number), Optional.of(owed));
    }

    /** Whether a block was done, and has to be done once more because it says something else now. */
    public boolean isOwedAgain(String block) {
        return again.filter(owed -> owed.contains(block)).isPresent();
    }

    private Optional<SortedSet<String>> againWithout(Set<String> done) {
        return again.map(owed -> {
            var left = new TreeSet<>(owed);
            left.removeAll(done);
            return left;
        });
    }

    public Optional<Answer> answerTo(String block) {
        return Optional.ofNullable(answers.get(block));
    }
}
