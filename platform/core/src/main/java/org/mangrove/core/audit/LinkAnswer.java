package org.mangrove.core.audit;

import java.util.Locale;

/** What came of following a link. */
public sealed interface LinkAnswer {

    /** Something is there, if only for those who may see it. */
    record There(int status) implements LinkAnswer {}

    /** @param status what was answered last; 0 if nothing was */
    record Gone(Gone.Why why, int status) implements LinkAnswer {

        /** In which way it leads nowhere. */
        public enum Why {
            /** The server says that it is not there, or not any more. */
            NOT_FOUND,
            /** It leads from one address to the next without an end. */
            ENDLESS,
            NO_SUCH_HOST,
            /** Nobody listens there. */
            REFUSED,
            /** It is no address. */
            NO_ADDRESS;

            /** As messages call it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** Today it cannot be said. */
    record Undecided(Undecided.Why why) implements LinkAnswer {

        /** Why not. */
        public enum Why {
            TOO_SLOW,
            /** The server has trouble of its own, or has had enough of us. */
            TROUBLE,
            /** It leads to where this deployment does not let anybody be sent. */
            NOT_ALLOWED,
            /** The server does not show who it is in a way that can be believed. */
            NOT_BELIEVED
        }
    }
}
