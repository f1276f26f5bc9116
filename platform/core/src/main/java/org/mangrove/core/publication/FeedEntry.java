package org.mangrove.core.publication;

import java.util.Objects;

/**
 * A link of an enterprise's chain.
 *
 * @param epoch changes when the core was restored from a backup: later ones sort after earlier ones; numbers start again
 *     with 1
 * @param number without gaps within an epoch
 * @param previousHash of the entry before; {@link FeedChain#START} for the first
 * @param hash over all the rest, in hexadecimal
 */
public record FeedEntry(String epoch, long number, String previousHash, String hash, FeedItem item) {

    public FeedEntry {
        Objects.requireNonNull(epoch);
        Objects.requireNonNull(previousHash);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(item);
    }
}
