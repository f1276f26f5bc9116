package org.mangrove.core.xapi;

import java.util.Optional;
import java.util.regex.Pattern;

/** The versions of the standard that are spoken here. */
public enum XapiVersion {
    V1_0_3("1.0.3", "1\\.0(?:\\.(?:0|[1-9]\\d{0,3}))?"),
    V2_0_0("2.0.0", "2\\.0(?:\\.(?:0|[1-9]\\d{0,3}))?");

    private final String text;
    private final Pattern names;

    XapiVersion(String text, String names) {
        this.text = text;
        this.names = Pattern.compile(names);
    }

    /** The version that is spoken with whoever sends {@code header} as X-Experience-API-Version; empty for any other. */
    public static Optional<XapiVersion> spoken(String header) {
        for (var version : values()) {
            if (version.names.matcher(header).matches()) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** What an answer says in that header. */
    public String text() {
        return text;
    }
}
