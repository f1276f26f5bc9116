package org.mangrove.core.audit;

import java.util.Locale;

/** How a run of the audit stands. */
public enum RunState {
    /** Nobody has begun it yet. */
    ASKED,
    RUNNING,
    DONE,
    /** It could not be brought to its end, and nothing of it was kept. */
    FAILED,
    /** Somebody has stopped it, and nothing of it was kept. */
    STOPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
