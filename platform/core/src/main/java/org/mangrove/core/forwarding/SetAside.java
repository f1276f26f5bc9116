package org.mangrove.core.forwarding;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.sdk.Message;

/**
 * A statement that a forwarder could not send.
 *
 * @param position where it stands in the store
 * @param status what the other store answered; 0 if it was not sent
 * @param place where in the statement that was made, if our own rules are against it
 * @param rule which rule is against it
 * @param told what the other store said
 */
public record SetAside(
        UUID position,
        UUID statement,
        Reason reason,
        int status,
        String place,
        Optional<Message> rule,
        String told,
        Instant at) {

    /** Why, in one word. */
    public enum Reason {
        /** The other store does not want it. */
        REFUSED,
        /** What the template makes of it is no statement. */
        NO_STATEMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of our own rules. */
    record Wrong(String place, Message rule) {}
}
