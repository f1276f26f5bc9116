package org.mangrove.core.tenancy;

import java.util.Optional;
import java.util.Set;
import org.mangrove.sdk.Message;

/** What people call the purposes for which data is used. A tenant's register may hold others, of which there is only the key. */
public final class PurposeNames {

    private static final Set<String> KNOWN =
            Set.of("statutory-instruction", "training-records", "team-progress", "learning-analytics", "peer-profile");

    private PurposeNames() {}

    /** @param purpose its key in the register */
    public static Optional<Message> find(String purpose) {
        return KNOWN.contains(purpose) ? Optional.of(Message.of("consent.purpose." + purpose)) : Optional.empty();
    }
}
