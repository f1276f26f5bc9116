package org.mangrove.sdk.processing;

import java.time.Instant;
import java.util.Optional;

/**
 * What a policy may know about a processing.
 *
 * <p>There is no name and no person id here on purpose: no rule needs them, so no plugin gets them.
 *
 * @param purpose the key of the purpose in the tenant's register, such as {@code skills-analytics}
 * @param basis the legal basis on which the tenant's register puts this purpose
 * @param consentedAt when the person last consented to this purpose
 * @param withdrawnAt when the person last withdrew that consent, or refused it
 * @param at the moment of the processing
 */
public record ProcessingRequest(
        String purpose, LegalBasis basis, Optional<Instant> consentedAt, Optional<Instant> withdrawnAt, Instant at) {

    /** Consent was given before this moment and not withdrawn since. Of two that came at once, withdrawal counts. */
    public boolean holdsConsent() {
        return consentedAt
                .filter(given -> !given.isAfter(at))
                .filter(given -> withdrawnAt
                        .filter(withdrawn -> !withdrawn.isAfter(at) && !withdrawn.isBefore(given))
                        .isEmpty())
                .isPresent();
    }
}
