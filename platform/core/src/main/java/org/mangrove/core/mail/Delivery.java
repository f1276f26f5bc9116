package org.mangrove.core.mail;

import java.time.Instant;
import org.mangrove.core.mail.store.Dispatch;

/** How an attempt to send ended. */
sealed interface Delivery {

    /** The server has taken it over. */
    record Sent() implements Delivery {}

    /** It may be taken over later. @param trouble in a word of ours, with nobody's name or address in it */
    record Later(String trouble) implements Delivery {}

    /** It would never be. */
    record Never(String trouble) implements Delivery {}

    /** @return whether the letter is given up by it */
    default boolean endIn(Dispatch dispatch, Instant now) {
        switch (this) {
            case Sent() -> dispatch.sent(now);
            case Never(String trouble) -> dispatch.giveUp(trouble, now);
            case Later(String trouble) ->
                Patience.after(dispatch.attempts())
                        .ifPresentOrElse(
                                wait -> dispatch.later(trouble, now.plus(wait)), () -> dispatch.giveUp(trouble, now));
        }
        return dispatch.state() == LetterState.GIVEN_UP;
    }
}
