package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** On which days those who answer for a component are reminded that somebody has to decide. */
final class ReminderDays {

    private static final List<Integer> BEFORE = List.of(14, 3);
    private static final int BEFORE_IT_IS_OFF = 2;

    private ReminderDays() {}

    /** The latest day of a reminder that has come; empty if there is none yet, or nothing to decide. */
    static Optional<LocalDate> due(Permit permit, LocalDate today) {
        return permit.lastDay()
                .flatMap(last ->
                        days(permit, last).filter(day -> !day.isAfter(today)).max(Comparator.naturalOrder()));
    }

    private static Stream<LocalDate> days(Permit permit, LocalDate last) {
        if (permit.decision() != Decision.TRIAL && permit.decision() != Decision.TO_COMPLETE) {
            return Stream.empty();
        }
        Stream<LocalDate> afterwards =
                permit.lastDayOn().stream().flatMap(end -> Stream.of(end.minusDays(BEFORE_IT_IS_OFF), end.plusDays(1)));
        Stream<LocalDate> graceBegins =
                permit.decision() == Decision.TRIAL ? Stream.of(last.plusDays(1)) : Stream.empty();
        return Stream.of(BEFORE.stream().map(last::minusDays), graceBegins, afterwards)
                .flatMap(each -> each);
    }
}
