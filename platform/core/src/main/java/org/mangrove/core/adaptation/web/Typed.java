package org.mangrove.core.adaptation.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.adaptation.Terms;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What somebody has written into a form, so that nothing has to be written twice.
 *
 * @param values by the names of the fields
 * @param wrong what cannot stay as it is, if that was found
 */
public record Typed(Map<String, String> values, Optional<Refusal> wrong) {

    private static final int LONGEST = 20_001;
    private static final int LATEST_YEARS = 10;

    static final Typed NOTHING = new Typed(Map.of(), Optional.empty());

    public Typed {
        values = Map.copyOf(values);
    }

    static Typed of(MultivaluedMap<String, String> form) {
        return new Typed(
                form.keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> Optional.ofNullable(form.getFirst(name))
                                        .map(Typed::cut)
                                        .orElse(""))),
                Optional.empty());
    }

    /** Browsers send lines that end with two characters. */
    private static String cut(String value) {
        String text = value.replace("\r\n", "\n").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    Typed with(Refusal refusal) {
        return new Typed(values, Optional.of(refusal));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The same, or what stands there before anything is written. */
    public String value(String name, String before) {
        return values.getOrDefault(name, before);
    }

    /** What is wrong with one of the fields. */
    public Optional<Message> wrongWith(String field) {
        return wrong.filter(refusal -> refusal instanceof Refusal.Invalid invalid
                        && invalid.place().filter(field::equals).isPresent())
                .map(Refusal::reason);
    }

    /** The revision that the writer has seen. */
    int seen() {
        return number("seen");
    }

    int number(String name) {
        String text = value(name);
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw new Refusal.Invalid(name, Message.of("adaptation.no-revision"));
    }

    /** What was written under {@code name} in each of the languages. */
    Map<Locale, String> words(String name, Iterable<Locale> languages) {
        var words = new HashMap<Locale, String>();
        languages.forEach(language -> words.put(language, value(name + "." + language.toLanguageTag())));
        return words;
    }

    Terms terms(LocalDate today, ZoneId zone) {
        return new Terms(
                value("reason"),
                Optional.of(value("legalReference")).filter(text -> !text.isEmpty()),
                Optional.of(value("until"))
                        .filter(text -> !text.isEmpty())
                        .map(day -> lastDay(day, today)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()));
    }

    private static LocalDate lastDay(String text, LocalDate today) {
        return read(text)
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(LATEST_YEARS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        "until", Message.of("adaptation.no-day").with("years", LATEST_YEARS)));
    }

    private static Optional<LocalDate> read(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
