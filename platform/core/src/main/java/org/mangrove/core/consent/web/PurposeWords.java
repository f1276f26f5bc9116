package org.mangrove.core.consent.web;

import org.mangrove.core.tenancy.PurposeNames;
import org.mangrove.sdk.Message;

/** The purposes and grounds that we can explain. A tenant's register may hold others. */
final class PurposeWords {

    private PurposeWords() {}

    static boolean has(String purpose) {
        return PurposeNames.find(purpose).isPresent();
    }

    static Message basis(String basis) {
        return Message.of("consent.basis." + basis);
    }
}
