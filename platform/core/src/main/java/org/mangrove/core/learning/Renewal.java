package org.mangrove.core.learning;

import java.time.LocalDate;
import org.mangrove.sdk.Message;

/**
 * That who has passed a course before has to pass it again, since what it said then does not hold any more.
 *
 * @param version the first one that holds: to have passed an earlier one does not count
 * @param due the last day on which it is in time
 * @param legalReference what has changed
 * @param reason told to the person
 */
public record Renewal(String course, int version, LocalDate due, String legalReference, Message reason) {

    boolean letsCount(Completion completion) {
        return !completion.course().equals(course) || completion.version() >= version;
    }
}
