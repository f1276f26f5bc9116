package org.mangrove.core.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mangrove.sdk.Message;

/**
 * What people have written in a form about a course as a whole, and whether it is what a course needs.
 *
 * @param wrong what is missing or makes no sense, by the name of its field, in the order of the form
 * @param facts of the course, if nothing is
 */
public record WrittenFacts(Map<String, Message> wrong, Optional<CourseFacts> facts) {

    /** The fields that must be written, in the order of the form, and how long each may be. */
    public static final Map<String, Integer> FIELDS = fields();

    /** The fields that may be left out, in the order of the form, and how long each may be. */
    public static final Map<String, Integer> OPTIONAL = optional();

    /** The share of right answers that is asked for unless somebody says otherwise, in percent. */
    public static final int PASSING = 80;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final int LONGEST_SLUG = 60;
    private static final int MOST_MINUTES = 6_000;
    private static final int MOST_MONTHS = 600;

    /** What pages below {@code /masters} are called that are no courses. */
    private static final Set<String> TAKEN = Set.of("import");

    /**
     * @param said by the names of {@link #FIELDS} and {@link #OPTIONAL}
     * @param today a review comes later
     */
    public static WrittenFacts of(Map<String, String> said, List<Locale> languages, LocalDate today) {
        var wrong = new LinkedHashMap<String, Message>();
        FIELDS.forEach((name, longest) -> {
            String text = said.getOrDefault(name, "");
            if (text.isBlank()) {
                wrong.put(name, Message.of("content.facts.missing"));
            } else if (text.length() > longest) {
                wrong.put(name, Message.of("content.facts.too-long").with("limit", longest));
            }
        });
        String key = said.getOrDefault("key", "");
        check(wrong, "key", isSlug(key) && !TAKEN.contains(key), "not-a-key");
        check(wrong, "category", isSlug(said.getOrDefault("category", "")), "not-a-key");
        Optional<Integer> minutes = number(said.getOrDefault("minutes", ""), 1, MOST_MINUTES);
        check(wrong, "minutes", minutes.isPresent(), "no-minutes");
        Optional<LocalDate> review = date(said.getOrDefault("reviewDue", ""));
        check(wrong, "reviewDue", review.filter(today::isBefore).isPresent(), "no-day");
        String share = said.getOrDefault("passing", "");
        Optional<Integer> passing = share.isBlank() ? Optional.of(PASSING) : number(share, 0, 100);
        check(wrong, "passing", passing.isPresent(), "no-share");
        String months = said.getOrDefault("certificate", "");
        Optional<Integer> valid = number(months, 1, MOST_MONTHS);
        check(wrong, "certificate", months.isBlank() || valid.isPresent(), "no-months");
        Optional<TextCredit> texts = texts(said, wrong);
        if (!wrong.isEmpty()) {
            return new WrittenFacts(wrong, Optional.empty());
        }
        return new WrittenFacts(
                wrong,
                Optional.of(new CourseFacts(
                                key,
                                said.getOrDefault("category", ""),
                                minutes.orElseThrow(),
                                said.getOrDefault("objective", ""),
                                said.getOrDefault("owner", ""),
                                said.getOrDefault("steward", ""),
                                review.orElseThrow(),
                                passing.orElseThrow(),
                                valid,
                                languages)
                        .crediting(texts)));
    }

    /** Whoever says one thing of a licence says all of it. */
    private static Optional<TextCredit> texts(Map<String, String> said, Map<String, Message> wrong) {
        String licence = said.getOrDefault("textLicence", "");
        String source = said.getOrDefault("textSource", "");
        String until = said.getOrDefault("textUntil", "");
        if (licence.isBlank() && source.isBlank() && until.isBlank()) {
            return Optional.empty();
        }
        check(wrong, "textLicence", !licence.isBlank(), "missing");
        check(wrong, "textSource", !source.isBlank(), "missing");
        Optional<LocalDate> day = date(until);
        check(wrong, "textUntil", until.isBlank() || day.isPresent(), "no-date");
        OPTIONAL.forEach((name, longest) -> {
            if (said.getOrDefault(name, "").length() > longest) {
                wrong.putIfAbsent(name, Message.of("content.facts.too-long").with("limit", longest));
            }
        });
        return Optional.of(new TextCredit(licence, source, day));
    }

    /** What somebody would have had to write for a course to be as it is. */
    public static Map<String, String> saying(CourseFacts facts) {
        var said = new LinkedHashMap<String, String>();
        said.put("key", facts.key());
        said.put("category", facts.category());
        said.put("minutes", String.valueOf(facts.minutes()));
        said.put("objective", facts.objective());
        said.put("owner", facts.owner());
        said.put("steward", facts.steward());
        said.put("reviewDue", facts.reviewDue().toString());
        said.put("passing", String.valueOf(facts.passing()));
        said.put("certificate", facts.certificateMonths().map(String::valueOf).orElse(""));
        Optional<TextCredit> texts = facts.textCredit();
        said.put("textLicence", texts.map(TextCredit::licence).orElse(""));
        said.put("textSource", texts.map(TextCredit::source).orElse(""));
        said.put(
                "textUntil",
                texts.flatMap(TextCredit::until).map(LocalDate::toString).orElse(""));
        return said;
    }

    /** The name of a field as keys of messages have it: {@code review-due}. */
    public static String word(String field) {
        return CAPITAL.matcher(field)
                .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }

    /** What is missing is missing first. */
    private static void check(Map<String, Message> wrong, String field, boolean isFine, String otherwise) {
        if (!isFine) {
            wrong.putIfAbsent(field, Message.of("content.facts." + otherwise));
        }
    }

    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return Optional.of(text)
                .filter(said -> said.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .filter(number -> number >= least && number <= most);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> fields() {
        var fields = new LinkedHashMap<String, Integer>();
        fields.put("key", LONGEST_SLUG);
        fields.put("category", LONGEST_SLUG);
        fields.put("minutes", 4);
        fields.put("objective", 500);
        fields.put("owner", 200);
        fields.put("steward", 200);
        fields.put("reviewDue", 10);
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, Integer> optional() {
        var fields = new LinkedHashMap<String, Integer>();
        fields.put("passing", 3);
        fields.put("certificate", 3);
        fields.put("textLicence", 60);
        fields.put("textSource", 300);
        fields.put("textUntil", 10);
        return Collections.unmodifiableMap(fields);
    }
}
