package org.mangrove.core.publication;

import java.util.Objects;

/**
 * The end of an enterprise's chain, signed by the core.
 *
 * @param signature Ed25519 over enterprise, epoch, number, hash and what the cell has drawn for this answer, in Base64
 */
public record FeedHead(String epoch, long number, String hash, String signature) {

    public FeedHead {
        Objects.requireNonNull(epoch);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(signature);
    }
}
