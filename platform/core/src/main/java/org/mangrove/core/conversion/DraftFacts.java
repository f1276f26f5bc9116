package org.mangrove.core.conversion;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.sdk.Message;

/**
 * Whether all is said that a course needs.
 *
 * @param wrong what is missing or makes no sense, by the name of its field, in the order of the form
 * @param facts of the course, if nothing is
 */
public record DraftFacts(Map<String, Message> wrong, Optional<CourseFacts> facts) {

    /** Of courses that show no pictures. */
    static final Map<String, Integer> OF_COURSES = ofCourses();

    static final Map<String, Integer> WITH_PICTURES = withPictures();

    static DraftFacts of(Draft draft, LocalDate today) {
        var wrong = new LinkedHashMap<String, Message>();
        WrittenFacts written =
                WrittenFacts.of(draft.answers(), List.of(draft.converted().language()), today);
        draft.fields().forEach((name, longest) -> {
            String said = draft.answer(name);
            if (WrittenFacts.FIELDS.containsKey(name)) {
                Optional.ofNullable(written.wrong().get(name)).ifPresent(reason -> wrong.put(name, reason));
            } else if (said.isBlank()) {
                wrong.put(name, Message.of("content.facts.missing"));
            } else if (said.length() > longest) {
                wrong.put(name, Message.of("content.facts.too-long").with("limit", longest));
            }
        });
        for (Block picture : draft.wordless()) {
            if (draft.answer(Draft.ALT + picture.id()).isBlank()) {
                wrong.put(Draft.ALT + picture.id(), Message.of("content.facts.missing"));
            }
        }
        return new DraftFacts(wrong, wrong.isEmpty() ? written.facts() : Optional.empty());
    }

    private static Map<String, Integer> withPictures() {
        var fields = new LinkedHashMap<>(OF_COURSES);
        fields.put("licence", 40);
        fields.put("source", 300);
        return fields;
    }

    private static Map<String, Integer> ofCourses() {
        var fields = new LinkedHashMap<String, Integer>();
        fields.put("title", 300);
        fields.put("summary", 1_000);
        fields.putAll(WrittenFacts.FIELDS);
        return fields;
    }
}
