package org.mangrove.core.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;

/**
 * A course that somebody has passed, and the certificate of it.
 *
 * @param digest of the course as the person got it
 * @param title what the course was called then
 * @param score in percent
 * @param completedOn the day in the tenant's time zone
 * @param validUntil the last day of the certificate; empty if it is valid for ever
 * @param code proves the certificate to whoever is shown it
 */
public record Completion(
        UUID id,
        UUID person,
        String course,
        int version,
        Digest digest,
        String title,
        Locale titleLanguage,
        int attempt,
        int score,
        Instant completedAt,
        LocalDate completedOn,
        Optional<LocalDate> validUntil,
        String code) {

    public boolean isValidOn(LocalDate day) {
        return validUntil.isEmpty() || !day.isAfter(validUntil.get());
    }
}
