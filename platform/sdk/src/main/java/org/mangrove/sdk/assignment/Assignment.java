package org.mangrove.sdk.assignment;

import java.time.LocalDate;
import java.time.Period;
import org.mangrove.sdk.Message;

/**
 * A course to be taken.
 *
 * @param course the course's key
 * @param due the last day on which the next completion is in time, in the tenant's time zone; it lies in the past if the
 *     person is late
 * @param interval after which the course is due again
 * @param legalReference the provision that demands it, in the words of its own law: {@code § 12 ArbSchG}
 * @param reason told to the person: why this course, and why by then
 */
public record Assignment(String course, LocalDate due, Period interval, String legalReference, Message reason) {

    public Assignment {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("A course is due again after some time, not after " + interval);
        }
    }
}
