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

        /** Who stands above is asked after the one below, whatever was written. */
        Escalation with(Map<String, String> values) {
            int steward = days(values, "steward", this.steward);
            return new Escalation(
                    days(values, "soon", soon), steward, Math.max(steward, days(values, "governor", governor)));
        }

        private static int days(Map<String, String> values, String name, int otherwise) {
            String value = values.getOrDefault("escalation." + name, "");
            return value.matches("\\d{1,3}") ? Integer.parseInt(value) : otherwise;
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

    /** As an enterprise wants it. @param values by {@code criterion.parameter}; what is not known is passed over */
    public Rubric with(Map<String, String> values) {
        var changed = new EnumMap<>(criteria);
        values.forEach((name, value) -> {
            String[] parts = name.split("\\.", 2);
            CriterionKind.parse(parts[0])
                    .ifPresent(kind -> changed.computeIfPresent(
                            kind, (any, criterion) -> criterion.with(parts[parts.length - 1], value)));
        });
        return new Rubric(changed, words, licences, escalation.with(values));
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
