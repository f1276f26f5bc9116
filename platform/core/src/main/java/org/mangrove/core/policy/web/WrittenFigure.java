package org.mangrove.core.policy.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What somebody has written about a figure of their space, as far as it makes sense. */
record WrittenFigure(TypedForm form) {

    private static final int LATEST_YEARS = 10;

    /** The revision, or the version, that the writer has seen. */
    int seen() {
        String text = form.value("seen");
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw new Refusal.Conflict(Message.of("policy.changed-meanwhile"));
    }

    Terms terms(LocalDate today, ZoneId zone) {
        return new Terms(
                form.value("reason"),
                Optional.of(form.value("legalReference")).filter(text -> !text.isEmpty()),
                Optional.of(form.value("until"))
                        .filter(text -> !text.isEmpty())
                        .map(day -> lastDay(day, today)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()));
    }

    private static LocalDate lastDay(String text, LocalDate today) {
        return day(text)
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(LATEST_YEARS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        "until", Message.of("policy.no-last-day").with("years", LATEST_YEARS)));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
