package org.mangrove.core.conversion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Until when a document must have been read; asked at each step, since nothing else can stop a reader. */
record Deadline(Clock clock, Instant end) {

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    void check() {
        if (clock.instant().isAfter(end)) {
            throw new Refusal.Invalid("document", Message.of("conversion.document.takes-too-long"));
        }
    }
}
