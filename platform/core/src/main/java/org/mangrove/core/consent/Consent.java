package org.mangrove.core.consent;

import java.time.Instant;
import java.util.Optional;
import org.mangrove.sdk.processing.LegalBasis;
import org.mangrove.sdk.processing.ProcessingRequest;

/**
 * What a person has said to a purpose.
 *
 * @param consentedAt when last
 * @param withdrawnAt when last
 */
public record Consent(Optional<Instant> consentedAt, Optional<Instant> withdrawnAt) {

    /** Of somebody who has said nothing. */
    public static Consent none() {
        return new Consent(Optional.empty(), Optional.empty());
    }

    /** Of two that came at once, withdrawal counts. */
    public boolean holdsAt(Instant now) {
        return request("", LegalBasis.CONSENT, now).holdsConsent();
    }

    ProcessingRequest request(String purpose, LegalBasis basis, Instant now) {
        return new ProcessingRequest(purpose, basis, consentedAt, withdrawnAt, now);
    }
}
