package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody has verified that what a block says is so by the law of a place, and until when that may be relied on.
 *
 * @param asset the key of the asset
 * @param field which of the block's texts it is about
 * @param jurisdiction where it is so, such as {@code DE-BE}, {@code EU}, or {@link #EVERYWHERE}
 * @param verifiedBy an actor
 * @param validUntil from when on nobody may rely on it
 */
public record Claim(
        String asset,
        String block,
        String field,
        String jurisdiction,
        String legalReference,
        UUID verifiedBy,
        Instant validUntil) {

    public static final String EVERYWHERE = "*";

    boolean isAbout(Iterable<String> jurisdictions) {
        if (jurisdiction.equals(EVERYWHERE)) {
            return true;
        }
        for (String each : jurisdictions) {
            if (each.equals(jurisdiction)) {
                return true;
            }
        }
        return false;
    }

    boolean holdsAt(Instant at) {
        return validUntil.isAfter(at);
    }
}
