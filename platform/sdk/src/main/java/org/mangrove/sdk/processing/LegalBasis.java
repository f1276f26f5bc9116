package org.mangrove.sdk.processing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what ground personal data is processed, as the tenant's register of purposes says. */
public enum LegalBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    LEGITIMATE_INTEREST,

    /** Where the law wants a purpose specified and made known, and knows no list of bases. */
    NOTIFIED_PURPOSE,
    PUBLIC_TASK,
    VITAL_INTEREST;

    /** As it is written in {@code tenants-config}, such as {@code legal-obligation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LegalBasis> find(String key) {
        return Arrays.stream(values()).filter(basis -> basis.key().equals(key)).findFirst();
    }
}
