package org.mangrove.core.forwarding;

import java.time.Duration;
import java.util.Optional;

/** What another record store made of a request. */
sealed interface SentAway {

    /** It has all of it. */
    record Taken() implements SentAway {}

    /** A statement of that id is there already. */
    record AlreadyThere() implements SentAway {}

    /**
     * It does not want this, and will not if it is sent again.
     *
     * @param told in its own words, shortened
     */
    record Refused(int status, String told) implements SentAway {}

    /** Nothing can be said of what was sent: it is sent again later. */
    record Later(Trouble trouble, int status, Optional<Duration> asked) implements SentAway {}

    /** It does not let us in: somebody has to do something. */
    record TurnedAway(int status) implements SentAway {}
}
