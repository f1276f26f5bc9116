package org.mangrove.core.content;

import java.util.Optional;
import java.util.UUID;

/**
 * What a market has decided about a course that is given up above.
 *
 * @param retirement to which it is the answer
 * @param replacement the key of the course that takes its place here, if it is replaced
 */
public record LocalChoice(UUID retirement, Kind kind, Optional<String> replacement, String reason) {

    /** What a market can do. */
    public enum Kind {
        /** It is given up here, too. */
        FOLLOW,
        /** It is given up here, and a course that the market has chosen takes its place. */
        REPLACE,
        /** It stays as a course of the market's own, without what may come from above later. */
        KEEP
    }
}
