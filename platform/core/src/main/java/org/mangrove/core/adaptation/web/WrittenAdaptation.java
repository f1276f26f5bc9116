package org.mangrove.core.adaptation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What an author has written about a text, as far as it makes sense. */
record WrittenAdaptation(TypedForm form) {

    private static final int LATEST_YEARS = 10;

    String value(String name) {
        return form.value(name);
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

    /** If one is written that there is. */
    Optional<LocalDate> lastDay() {
        return read(value("until"));
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
