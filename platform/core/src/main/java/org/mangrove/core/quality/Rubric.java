package org.mangrove.core.quality;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What makes a course good enough, as data. The platform's own is {@link RubricFile#PLATFORM}.
 *
 * @param criteria one of each kind
 * @param words by what they are for and then by language: how empty link texts sound, how law is cited
 * @param licences under which files may be shown
 */
public record Rubric(
        Map<CriterionKind, Criterion> criteria,
        SortedMap<String, SortedMap<String, List<Pattern>>> words,
        List<String> licences,
        Escalation escalation) {

    /**
     * Who has to see to a review, and from when.
     *
     * @param soon from how many days before the day on the owner does
     * @param steward from how many days after it on the steward does too
     * @param governor from how many days after it on the governors do too
     */
    public record Escalation(int soon, int steward, int governor) {

        public Escalation {
            if (soon < 0 || steward < 0 || governor < steward) {
                throw new IllegalArgumentException("Nobody is asked before the one below");
            }
        }
    }

    public Rubric {
        criteria = Collections.unmodifiableMap(new EnumMap<>(criteria));
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        licences = List.copyOf(licences);
        for (CriterionKind kind : CriterionKind.values()) {
            if (!criteria.containsKey(kind)) {
                throw new IllegalArgumentException("The rubric says nothing about " + kind.word());
            }
        }
    }

    public Criterion of(CriterionKind kind) {
        Criterion criterion = criteria.get(kind);
        if (criterion == null) {
            throw new IllegalStateException(kind.word());
        }
        return criterion;
    }

    /** Whether a text in a language has, or is, one of the words for something. What is said of no language holds in each. */
    boolean speaksOf(String what, String language, String text) {
        Map<String, List<Pattern>> byLanguage = words.getOrDefault(what, new TreeMap<>());
        String primary = language.split("-")[0];
        return find(byLanguage, primary, text) || find(byLanguage, "*", text);
    }

    private static boolean find(Map<String, List<Pattern>> byLanguage, String language, String text) {
        return byLanguage.getOrDefault(language, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(text).find());
    }
}
