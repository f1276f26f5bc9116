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
 */
public record Progress(
        int attempt, SortedSet<String> seen, SortedMap<String, Answer> answers, Optional<String> section) {

    public Progress {
        seen = Collections.unmodifiableSortedSet(new TreeSet<>(seen));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static Progress none() {
        return new Progress(1, new TreeSet<>(), new TreeMap<>(), Optional.empty());
    }

    public Progress see(Set<String> blocks) {
        var more = new TreeSet<>(seen);
        more.addAll(blocks);
        return new Progress(attempt, more, answers, section);
    }

    public Progress answer(String block, Answer answer) {
        var more = new TreeMap<>(answers);
        more.put(block, answer);
        return new Progress(attempt, seen, more, section);
    }

    public Progress at(String place) {
        return new Progress(attempt, seen, answers, Optional.of(place));
    }

    /** The questions once more; what was read stays read. */
    public Progress tryAgain() {
        return new Progress(attempt + 1, seen, new TreeMap<>(), Optional.empty());
    }

    /** All of it once more. */
    public Progress startOver() {
        return new Progress(attempt + 1, new TreeSet<>(), new TreeMap<>(), Optional.empty());
    }

    public Optional<Answer> answerTo(String block) {
        return Optional.ofNullable(answers.get(block));
    }
}
