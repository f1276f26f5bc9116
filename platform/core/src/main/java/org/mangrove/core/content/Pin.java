package org.mangrove.core.content;

import java.time.Instant;

/**
 * That a market stays with a version of a course for a while, whatever comes after it from above.
 *
 * @param number of the version
 * @param endsAt from when the market has what is in effect above
 */
public record Pin(String course, int number, String reason, Instant endsAt, Instant pinnedAt) {

    boolean holdsAt(Instant at) {
        return endsAt.isAfter(at);
    }

    /** By which one knows that it is still the same. */
    String mark() {
        return "pin " + number + " " + endsAt;
    }
}
