package org.mangrove.core.audit.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding without its evidence. */
public record FindingMark(
        UUID id,
        String kind,
        String subjects,
        String marks,
        String title,
        String titleLanguage,
        String owner,
        UUID cameRun,
        UUID seenRun,
        @Nullable UUID goneRun,
        Instant firstSeenAt,
        Instant seenAt,
        @Nullable Instant goneAt) {}
