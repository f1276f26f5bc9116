package org.mangrove.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What somebody was told to have done in one go through a course. */
final class Attempt {

    private final String course;
    private final int number;
    private final SequencedMap<String, String> answers = new LinkedHashMap<>();
    private String certificate = "";

    Attempt(String course, int number) {
        this.course = course;
        this.number = number;
    }

    String course() {
        return course;
    }

    int number() {
        return number;
    }

    /** How many questions. */
    int answered() {
        return answers.size();
    }

    String certificate() {
        return certificate;
    }

    void answered(String block, Map<String, List<String>> fields) {
        answers.put(block, written(fields));
    }

    void passed(String withCertificate) {
        certificate = withCertificate;
    }

    /** The statements that tell of it, but for those of mere progress. */
    List<String> statements() {
        var told = new ArrayList<String>();
        told.add("initialized %s %d".formatted(course, number));
        answers.forEach(
                (block, response) -> told.add("answered %s/%s %d %s".formatted(course, block, number, response)));
        told.add("completed %s %d".formatted(course, number));
        told.add("passed %s %d".formatted(course, number));
        return told;
    }

    List<String> events() {
        var told = new ArrayList<String>();
        told.add("CourseBegun " + course);
        answers.keySet().forEach(block -> told.add("QuestionAnswered %s/%s %d".formatted(course, block, number)));
        told.add("CourseCompleted %s %s".formatted(course, certificate));
        return told;
    }

    /** As xAPI writes it: several ids with {@code [,]} between them. */
    private static String written(Map<String, List<String>> fields) {
        if (fields.containsKey("answer")) {
            return String.join("[,]", fields.get("answer").stream().sorted().toList());
        }
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(place -> Integer.valueOf(place.getFirst()))))
                .map(place -> place.getKey().substring("place.".length()))
                .collect(Collectors.joining("[,]"));
    }
}
