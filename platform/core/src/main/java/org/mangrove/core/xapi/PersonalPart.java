package org.mangrove.core.xapi;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a statement that speaks of somebody.
 *
 * @param number by which its mark calls it
 * @param whose who is spoken of; empty if it is nobody's and had to be taken out for another reason
 * @param json the value, as it stood in the statement
 */
public record PersonalPart(int number, Optional<AgentId> whose, byte[] json) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalPart that
                && number == that.number
                && whose.equals(that.whose)
                && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** Only which: what it says would be written into a log. */
    @Override
    public String toString() {
        return "PersonalPart " + number;
    }
}
