package org.mangrove.core.publication;

import java.util.List;
import java.util.Objects;

/**
 * Something to be published.
 *
 * @param type what it is, such as {@code tenant} or {@code course}; it decides which {@link FeedApplier} gets it
 * @param subject which of that type it is about: a later entry about the same subject replaces an earlier one
 * @param schemaVersion of the payload, starting with 1
 * @param mustUnderstand whether a cell that does not know the type must stop instead of passing it over
 * @param blobs digests of what must be in the cell's object store before the entry is applied
 * @param payload JSON
 */
public record FeedItem(
        String type, String subject, int schemaVersion, boolean mustUnderstand, List<String> blobs, String payload) {

    public FeedItem {
        Objects.requireNonNull(type);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(payload);
        blobs = List.copyOf(blobs);
    }

    public static FeedItem of(String type, String subject, String payload) {
        return new FeedItem(type, subject, 1, true, List.of(), payload);
    }

    public FeedItem withBlobs(List<String> digests) {
        return new FeedItem(type, subject, schemaVersion, mustUnderstand, digests, payload);
    }
}
