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

    public boolean isOverdueOn(LocalDate today) {
        return today.isAfter(due);
    }
}
