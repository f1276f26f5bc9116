package org.mangrove.core.learning;

import java.time.LocalDate;
import java.time.Period;
import org.mangrove.sdk.Message;

/**
 * A course that somebody has to take.
 *
 * @param due the last day on which it is in time
 * @param interval after which it is due again
 * @param reason told to the person
 */
public record Duty(String course, LocalDate due, Period interval, String legalReference, Message reason) {

    /** Whether it is time to think of it: always, unless the course counts and is not due again for two months. */
    public boolean isPressingOn(LocalDate today, boolean stillCounts) {
        return !stillCounts || !due.isAfter(today.plusMonths(2));
    }

    public boolean isOverdueOn(LocalDate today) {
        return today.isAfter(due);
    }
}
