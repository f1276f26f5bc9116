package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has decided of one change of a space when what is above it changed.
 *
 * @param by an actor
 */
public record Decision(Choice choice, UUID by, Instant at, String reason) {

    /** What becomes of the space's word. */
    public sealed interface Choice {

        /** What is above holds; the space's word goes. */
        record Accept() implements Choice {}

        /** The space's word stays as it is. */
        record Keep() implements Choice {}

        /** The space says something else. */
        record Edit(Field value) implements Choice {}
    }
}
