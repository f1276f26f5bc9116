package org.mangrove.core.audit;

import java.util.Locale;

/** What is wrong with a file. */
public enum MediaFault {
    /** It is not there. */
    MISSING,
    /** It is not any more what its name says. */
    DAMAGED,
    EMPTY,
    /** It ends before it says that it does. */
    CUT_OFF,
    /** It cannot be read as what it is said to be. */
    UNREADABLE;

    /** As messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
