package org.mangrove.core.conversion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.sdk.Message;

/**
 * Whether all is said that a course needs.
 *
 * @param wrong what is missing or makes no sense, by the name of its field, in the order of the form
 * @param facts of the course, if nothing is
 */
public record DraftFacts(Map<String, Message> wrong, Optional<CourseFacts> facts) {

    static final Map<String, Integer> OF_COURSES = ofCourses();
    static final Map<String, Integer> WITH_PICTURES = withPictures();

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 60;
    private static final int MOST_MINUTES = 6_000;
    private static final int PASSING = 80;

    /** Where the pages of imports are. */
    private static final String TAKEN = "import";

    static DraftFacts of(Draft draft, LocalDate today) {
        var wrong = new LinkedHashMap<String, Message>();
        draft.fields().forEach((name, longest) -> {
            String said = draft.answer(name);
            if (said.isBlank()) {
                wrong.put(name, Message.of("conversion.draft.missing"));
            } else if (said.length() > longest) {
                wrong.put(name, Message.of("conversion.draft.too-long").with("limit", longest));
            }
        });
        check(wrong, "key", isSlug(draft.answer("key")) && !draft.answer("key").equals(TAKEN), "not-a-key");
        check(wrong, "category", isSlug(draft.answer("category")), "not-a-key");
        Optional<Integer> minutes = minutes(draft.answer("minutes"));
        check(wrong, "minutes", minutes.isPresent(), "no-minutes");
        Optional<LocalDate> review = date(draft.answer("reviewDue"));
        check(wrong, "reviewDue", review.filter(today::isBefore).isPresent(), "no-day");
        for (Block picture : draft.wordless()) {
            if (draft.answer(Draft.ALT + picture.id()).isBlank()) {
                wrong.put(Draft.ALT + picture.id(), Message.of("conversion.draft.missing"));
            }
        }
        Optional<CourseFacts> facts = wrong.isEmpty()
                ? Optional.of(new CourseFacts(
                        draft.answer("key"),
                        draft.answer("category"),
                        minutes.orElseThrow(),
                        draft.answer("objective"),
                        draft.answer("owner"),
                        draft.answer("steward"),
                        review.orElseThrow(),
                        PASSING,
                        Optional.empty(),
                        List.of(draft.converted().language())))
                : Optional.empty();
        return new DraftFacts(wrong, facts);
    }

    /** What is missing is missing first. */
    private static void check(Map<String, Message> wrong, String field, boolean isFine, String otherwise) {
        if (!isFine) {
            wrong.putIfAbsent(field, Message.of("conversion.draft." + otherwise));
        }
    }

    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    private static Optional<Integer> minutes(String text) {
        return Optional.of(text)
                .filter(said -> said.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= MOST_MINUTES);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
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
        fields.put("key", LONGEST_SLUG);
        fields.put("category", LONGEST_SLUG);
        fields.put("minutes", 4);
        fields.put("objective", 500);
        fields.put("owner", 200);
        fields.put("steward", 200);
        fields.put("reviewDue", 10);
        return fields;
    }
}
