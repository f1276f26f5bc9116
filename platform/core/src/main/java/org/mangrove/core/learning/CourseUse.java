package org.mangrove.core.learning;

import java.time.YearMonth;
import java.util.Objects;

/**
 * How much a course is used in a market, as headquarters may know it: how many and in which month, and not who or on which day.
 *
 * @param people who have begun it, as far as that is still known
 * @param underWay how many of them have not completed it
 * @param last when somebody has last done something in it
 */
public record CourseUse(String course, long people, long underWay, YearMonth last) {

    public CourseUse {
        Objects.requireNonNull(course, "The use of a course is of a course");
        Objects.requireNonNull(last, "A course that is used was used some time");
    }
}
