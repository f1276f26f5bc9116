package org.mangrove.core.forwarding;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was asked of a record store elsewhere for somebody who is forgotten here.
 *
 * @param forwarder by which it got statements of them
 * @param recipient who runs it
 * @param subject as {@link ErasureRequests#reference} has it
 * @param answer what it said, in its own words
 * @param note an admin's, who had it done by other means
 */
public record ErasureRequest(
        UUID id,
        UUID forwarder,
        String title,
        String recipient,
        UUID subject,
        State state,
        Instant askedAt,
        int failures,
        int answerStatus,
        String answer,
        Optional<Instant> answeredAt,
        String note,
        Optional<UUID> notedBy) {

    /** How it stands. */
    public enum State {
        /** It is being sent, again and again if need be. */
        TO_SEND,
        /** There is no address that takes such requests: somebody has to ask. */
        BY_HAND,
        /** The address does not take this one: somebody has to ask. */
        REFUSED,
        /** It was taken, and is yet to be done: somebody has to hear of it. */
        ACCEPTED,
        /** The other store says that it is done. */
        DONE,
        /** An admin says so. */
        DONE_BY_HAND;

        /** Whether nothing is left to be done. */
        public boolean isOver() {
            return this == DONE || this == DONE_BY_HAND;
        }

        public boolean needsSomebody() {
            return this == BY_HAND || this == REFUSED || this == ACCEPTED;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
