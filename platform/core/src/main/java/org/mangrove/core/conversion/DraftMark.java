package org.mangrove.core.conversion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which drafts there are, without what is in them. */
public record DraftMark(
        UUID id,
        String fileName,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant discardedAt) {

    public boolean isDiscarded() {
        return discardedAt != null;
    }
}
