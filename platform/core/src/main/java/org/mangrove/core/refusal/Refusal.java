package org.mangrove.core.refusal;

import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * The caller asked for what cannot be given, and is told what would change the answer.
 *
 * <p>A refusal is no error of ours: it is not logged, and it rolls the transaction back.
 */
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    private Refusal(Message reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    /** Said to the caller, in the caller's language. */
    public Message reason() {
        return reason;
    }

    /** There is no such thing, or it belongs to somebody else: the caller cannot tell which. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound(Message reason) {
            super(reason);
        }
    }

    /** A rule forbids it to this caller. */
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotAllowed(Message reason) {
            super(reason);
        }
    }

    /** Nobody has signed in, or the session has ended. */
    public static final class NotSignedIn extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotSignedIn(Message reason) {
            super(reason);
        }
    }

    /** What is there contradicts what was asked for. */
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1L;

        public Conflict(Message reason) {
            super(reason);
        }
    }

    /**
     * One of several things that are wrong at once.
     *
     * @param place where, as {@link Invalid#place()} says it
     * @param reason what is wrong there
     * @param remedy what would mend it
     */
    public record Detail(String place, Message reason, Message remedy) {}

    /** What was sent makes no sense. */
    public static final class Invalid extends Refusal {
        private static final long serialVersionUID = 1L;

        private final String place;
        private final transient List<Detail> details;

        public Invalid(Message reason) {
            this("", reason);
        }

        /** @param place where in what was sent: a field's name, a JSON path, a file and line */
        public Invalid(String place, Message reason) {
            super(reason);
            this.place = place;
            this.details = List.of();
        }

        /** @param details all that is wrong, so that nobody has to mend one thing to hear of the next */
        public Invalid(Message reason, List<Detail> details) {
            super(reason);
            this.place = "";
            this.details = List.copyOf(details);
        }

        public List<Detail> details() {
            return details;
        }

        public Optional<String> place() {
            return place.isEmpty() ? Optional.empty() : Optional.of(place);
        }
    }

    /** Nodes of another role have it: whoever asked must ask there. */
    public static final class ServedElsewhere extends Refusal {
        private static final long serialVersionUID = 1L;

        public ServedElsewhere(Message reason) {
            super(reason);
        }
    }

    /** It cannot be done now and may succeed later. */
    public static final class Unavailable extends Refusal {
        private static final long serialVersionUID = 1L;

        public Unavailable(Message reason) {
            super(reason);
        }
    }
}
