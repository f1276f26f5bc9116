package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Why a space says something otherwise, and until when.
 *
 * @param legalReference the law that demands it, if one does
 * @param expiresAt from when it is no longer applied
 */
public record Terms(String reason, Optional<String> legalReference, Optional<Instant> expiresAt) {

    /** The longest reason, in characters. */
    public static final int LONGEST = 1_000;

    private static final int LONGEST_REFERENCE = 500;

    /** @throws Refusal.Invalid if nothing is said, or too much */
    public Terms {
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", Message.of("lineage.terms.reason-missing"));
        }
        mustBeShort("reason", reason, LONGEST);
        legalReference.ifPresent(reference -> mustBeShort("legalReference", reference, LONGEST_REFERENCE));
    }

    /** For good, and because of no law. */
    public static Terms of(String reason) {
        return new Terms(reason, Optional.empty(), Optional.empty());
    }

    private static void mustBeShort(String place, String text, int most) {
        if (text.length() > most) {
            throw new Refusal.Invalid(
                    place, Message.of("lineage.terms.too-long").with("most", most));
        }
    }

    public Adaptation adaptation(Change change) {
        Adaptation bare = Adaptation.of(change, reason);
        return new Adaptation(
                bare.change(),
                bare.baseDigest(),
                bare.base(),
                bare.reason(),
                legalReference,
                bare.toConfirm(),
                expiresAt,
                bare.approval());
    }
}
