package org.mangrove.core.forwarding;

import java.util.List;
import java.util.function.Function;

/**
 * Sends things in order, and finds those that are refused by halving: of a hundred with one bad one, some fourteen more requests
 * are made, and everything else arrives.
 */
final class Halving<T> {

    private final Function<List<T>, SentAway> sending;
    private final Outcome<T> outcome;

    /** Told as soon as it is known, in order. */
    interface Outcome<T> {

        /** @return whether to go on */
        boolean taken(List<T> some, boolean wereThere);

        /** @return whether to go on */
        boolean refused(T one, SentAway.Refused why);

        /** Nothing more can be sent now. */
        void stopped(SentAway why);
    }

    Halving(Function<List<T>, SentAway> sending, Outcome<T> outcome) {
        this.sending = sending;
        this.outcome = outcome;
    }

    /** @return whether all was dealt with, so that what follows can be sent */
    boolean send(List<T> some) {
        if (some.isEmpty()) {
            return true;
        }
        SentAway answer = sending.apply(some);
        return switch (answer) {
            case SentAway.Taken all -> outcome.taken(some, false);
            case SentAway.AlreadyThere there -> some.size() == 1 ? outcome.taken(some, true) : halves(some);
            case SentAway.Refused why -> some.size() == 1 ? outcome.refused(some.getFirst(), why) : halves(some);
            case SentAway.Later later -> isStopped(later);
            case SentAway.TurnedAway away -> isStopped(away);
        };
    }

    private boolean halves(List<T> some) {
        int middle = some.size() / 2;
        return send(some.subList(0, middle)) && send(some.subList(middle, some.size()));
    }

    private boolean isStopped(SentAway why) {
        outcome.stopped(why);
        return false;
    }
}
