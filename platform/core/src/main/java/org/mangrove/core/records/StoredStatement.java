package org.mangrove.core.records;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it lies in the store.
 *
 * @param position where it stands among all that were stored
 * @param json in UTF-8, with everything that the store has added
 */
public record StoredStatement(UUID position, byte[] json) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredStatement that
                && position.equals(that.position)
                && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return position.hashCode();
    }

    /** Only where it is: what it says would be written into a log. */
    @Override
    public String toString() {
        return "StoredStatement " + position;
    }
}
