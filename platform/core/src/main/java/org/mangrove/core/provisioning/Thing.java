package org.mangrove.core.provisioning;

import java.util.Locale;
import org.mangrove.sdk.Message;

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

    /** Its kind, name and place, in words. */
    public Message told() {
        return Message.of("provisioning.thing.named")
                .with("thing", kind.word())
                .with("name", name)
                .with("where", place);
    }

    @Override
    public String toString() {
        return kind.word() + " " + name + " (" + place + ")";
    }
}
