package org.mangrove.core.records;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a question is answered, as the standard has it (IEEE 9274.1.1, interaction activities).
 *
 * @param right patterns of right answers, each of which is one; none if there is no end of them
 * @param components what can be said in an answer, by the name of their list
 */
public record Interaction(Type type, List<String> right, SortedMap<String, List<Component>> components) {

    /** Of the standard's types those that the platform asks. */
    public enum Type {
        CHOICE,
        SEQUENCING,
        FILL_IN,
        MATCHING,
        NUMERIC,
        PERFORMANCE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param words empty if it has none; in the language in which it was met */
    public record Component(String id, String words, Locale language) {}

    public Interaction {
        right = List.copyOf(right);
        components = new TreeMap<>(components);
    }
}
