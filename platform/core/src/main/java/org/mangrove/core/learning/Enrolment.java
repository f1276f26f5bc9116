package org.mangrove.core.learning;

import java.time.Instant;

/**
 * Somebody's part in a course.
 *
 * @param completed whether the course was passed since the person last began it
 * @param share from 0 to 1, as of the version that the person last saw
 */
public record Enrolment(String course, boolean completed, Progress progress, double share, Instant touchedAt) {

    Enrolment with(Progress other) {
        return new Enrolment(course, completed, other, share, touchedAt);
    }
}
