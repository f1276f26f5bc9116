package org.mangrove.core.quality;

import java.time.Instant;

/**
 * How a version was judged when somebody wanted to publish it.
 *
 * @param number of the version; of one that was refused, the number that it would have had
 */
public record KeptReport(String course, int number, Outcome outcome, int points, Instant judgedAt, Report report) {

    /** What became of the version. */
    public enum Outcome {
        REFUSED,
        PUBLISHED
    }
}
