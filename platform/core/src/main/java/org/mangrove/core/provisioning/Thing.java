package org.mangrove.core.provisioning;

import java.util.Locale;

/**
 * One thing that provisioning keeps as the files say.
 *
 * @param place the realm it is in, or {@code core} for rows of the core's database
 */
public record Thing(Kind kind, String place, String name) {

    /** The rows of the core's database. */
    public static final String CORE = "core";

    /** What there is, in the order in which it is made: each may lean on those before it. */
    public enum Kind {
        REALM,
        PROFILE,
        SCOPE,
        ORGANIZATION,
        FLOW,
        PROVIDER,
        CLIENT,
        ENTERPRISE,
        TENANT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind.word() + " " + name + " (" + place + ")";
    }
}
