package org.mangrove.core.consent.web;

import java.util.Set;
import org.mangrove.sdk.Message;

/** The purposes and grounds that we can explain. A tenant's register may hold others. */
final class PurposeWords {

    private static final Set<String> PURPOSES =
            Set.of("statutory-instruction", "training-records", "team-progress", "learning-analytics", "peer-profile");

    private PurposeWords() {}

    static boolean has(String purpose) {
        return PURPOSES.contains(purpose);
    }

    static Message basis(String basis) {
        return Message.of("consent.basis." + basis);
    }
}
