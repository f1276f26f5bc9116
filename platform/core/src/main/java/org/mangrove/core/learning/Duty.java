package org.mangrove.core.learning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * A course that somebody has to take.
 *
 * @param due the last day on which it is in time
 * @param interval after which it is due again
 * @param reason told to the person
 * @param insteadOf the course that was asked for, if this one has taken its place
 * @param isAgain whether it does not count that the person has passed it before, however long their certificate is valid
 */
public record Duty(
        String course,
        LocalDate due,
        Period interval,
        String legalReference,
        Message reason,
        Optional<String> insteadOf,
        boolean isAgain) {

    public Duty(
            String course,
            LocalDate due,
            Period interval,
            String legalReference,
            Message reason,
            Optional<String> insteadOf) {
        this(course, due, interval, legalReference, reason, insteadOf, false);
    }

    public Duty(String course, LocalDate due, Period interval, String legalReference, Message reason) {
        this(course, due, interval, legalReference, reason, Optional.empty());
    }

    Duty insteadWith(String successor) {
        return new Duty(successor, due, interval, legalReference, reason, Optional.of(course), isAgain);
    }

    /** Whether it is time to think of it: always, unless the course counts and is not due again for two months. */
    public boolean isPressingOn(LocalDate today, boolean stillCounts) {
        return isAgain || !stillCounts || !due.isAfter(today.plusMonths(2));
    }

    public boolean isOverdueOn(LocalDate today) {
        return today.isAfter(due);
    }
}
