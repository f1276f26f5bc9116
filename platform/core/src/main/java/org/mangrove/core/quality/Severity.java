package org.mangrove.core.quality;

import java.util.Locale;

/** What follows from a finding. */
public enum Severity {
    /** Nothing is published before it is mended, or waived. */
    BLOCKS,
    /** It is told, and costs points. */
    WARNS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
