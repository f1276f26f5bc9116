package org.mangrove.core.forwarding;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a forwarder is doing, as it is this moment.
 *
 * @param kind in one word
 * @param waiting how many statements it has not been sent
 * @param waitsUntil when it is tried again, if it has failed
 * @param trouble what went wrong last, if nothing went right since
 * @param sent how many statements arrived
 * @param repeated how many were there already
 * @param leftOut how many the filter did not want
 * @param setAside how many wait for somebody to look at them
 */
public record ForwarderState(
        Kind kind,
        long waiting,
        Optional<Instant> waitsUntil,
        Optional<Trouble> trouble,
        int troubleStatus,
        Optional<Instant> troubleAt,
        Optional<Instant> lastSentAt,
        long sent,
        long repeated,
        long leftOut,
        long setAside,
        Instant beginsAt,
        Optional<Replay> replay) {

    /** What an admin wants to know first. */
    public enum Kind {
        UP_TO_DATE,
        BEHIND,
        WAITING,
        PAUSED,
        TURNED_AWAY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How far what was stored before has been sent: times of storing. */
    public record Replay(Instant from, Instant at, Instant through) {

        /** From 0 to 1. */
        public double share() {
            double whole = through.toEpochMilli() - from.toEpochMilli();
            double some = at.toEpochMilli() - from.toEpochMilli();
            return whole <= 0 ? 1 : Math.clamp(some / whole, 0, 1);
        }
    }
}
