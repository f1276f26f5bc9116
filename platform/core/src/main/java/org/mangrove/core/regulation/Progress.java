package org.mangrove.core.regulation;

import java.util.List;
import java.util.UUID;

/**
 * What a market tells of how far its people are, in figures only.
 *
 * @param changes those that its people have to learn something again for
 */
public record Progress(List<OfChange> changes) {

    /** What such tidings are called. */
    static final String TYPE = "regulation.progress";

    public Progress {
        changes = List.copyOf(changes);
    }

    /**
     * @param assigned how many have, or had, to learn again
     * @param learned how many have since
     * @param erased how many were erased since; whether they had learned it counts
     */
    public record OfChange(UUID change, int assigned, int learned, int erased) {

        boolean makesSense() {
            return assigned >= 0 && learned >= 0 && erased >= 0 && learned <= assigned && erased <= assigned;
        }
    }
}
