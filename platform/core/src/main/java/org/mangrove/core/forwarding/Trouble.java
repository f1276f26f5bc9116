package org.mangrove.core.forwarding;

import java.util.Locale;

/** Why nothing goes to another store at the moment. */
public enum Trouble {
    /** Nobody answers at the address, or not in HTTP. */
    NO_ANSWER,
    /** The answer did not come in time. */
    TOO_SLOW,
    /** It asks for patience: 429, 503. */
    BUSY,
    /** It failed: 500 and above. */
    FAILED,
    /** Something answers, but not as a record store does. */
    NO_STORE,
    /** It does not take our name and secret: 401, 403. */
    TURNED_AWAY,
    /** The address leads to where nothing may be sent. */
    FORBIDDEN_PLACE,
    /** The secret was sealed under another key of the zone. */
    LOST_SECRET,
    /** No entry in the register of components allows it today. */
    HELD_BACK,
    /** A fault of ours. */
    OURS;

    /** What is said of it, in the words of the slice. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
