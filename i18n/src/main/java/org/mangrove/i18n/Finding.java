package org.mangrove.i18n;

import java.util.Locale;

/**
 * Something that is wrong, or looks wrong, with a message.
 *
 * @param file where it stands
 * @param key the message; empty if it is about the whole file
 */
public record Finding(Severity severity, String file, String key, String problem) {

    /** Whether it must be mended or only looked at. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return "%s %s%s: %s"
                .formatted(severity.name().toLowerCase(Locale.ROOT), file, key.isEmpty() ? "" : " " + key, problem);
    }
}
