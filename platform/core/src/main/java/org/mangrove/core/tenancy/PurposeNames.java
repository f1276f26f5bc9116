package org.mangrove.core.tenancy;

import java.util.Optional;
import java.util.Set;
import org.mangrove.sdk.Message;

/** What people call the purposes for which data is used. A tenant's register may hold others, of which there is only the key. */
public final class PurposeNames {

    private static final Set<String> KNOWN =
            Set.of("statutory-instruction", "training-records", "team-progress", "learning-analytics", "peer-profile");

    private PurposeNames() {}

    /**
     * As it is told to the person whose data it is: "your".
     *
     * @param purpose its key in the register
     */
    public static Optional<Message> find(String purpose) {
        return has(purpose) ? Optional.of(Message.of("consent.purpose." + purpose)) : Optional.empty();
    }

    /**
     * As it is told to those who look after everybody's data.
     *
     * @param purpose its key in the register
     */
    public static Optional<Message> findInRegister(String purpose) {
        return has(purpose) ? Optional.of(Message.of("consent.register." + purpose)) : Optional.empty();
    }

    private static boolean has(String purpose) {
        return KNOWN.contains(purpose);
    }
}
