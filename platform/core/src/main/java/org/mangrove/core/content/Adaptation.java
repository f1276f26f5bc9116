package org.mangrove.core.content;

import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/**
 * One thing that a region or a market does differently, with the reason.
 *
 * @param baseDigest of the field when this was written, so that it shows when the master has moved on; empty if the field
 *     was not there
 * @param base what the field held then, so that it can be compared and undone when the master is gone
 * @param legalReference the law that demands it, if one does
 * @param toConfirm what somebody who knows the law there must still confirm
 * @param expiresAt from when it is no longer applied
 */
public record Adaptation(
        Change change,
        Optional<Digest> baseDigest,
        Optional<Field> base,
        String reason,
        Optional<String> legalReference,
        Optional<String> toConfirm,
        Optional<Instant> expiresAt) {

    /** The same, knowing what it changes: a field's value in the course above. */
    Adaptation basedOn(Optional<Field> field) {
        return new Adaptation(
                change, field.map(ContentJson::digestOf), field, reason, legalReference, toConfirm, expiresAt);
    }

    boolean holdsAt(Instant at) {
        return expiresAt.isEmpty() || expiresAt.get().isAfter(at);
    }
}
