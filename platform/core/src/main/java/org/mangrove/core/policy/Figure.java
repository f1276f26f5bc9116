package org.mangrove.core.policy;

import java.util.Optional;
import java.util.OptionalInt;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/**
 * A figure of a policy: a field of one of its blocks, with what it can be and which way it becomes stricter.
 *
 * @param block the rule that it belongs to
 * @param rule that rule's name
 * @param name its own name
 * @param platform what it is where an enterprise says nothing
 */
public record Figure(
        String block, String field, Message rule, Message name, Range range, Stricter stricter, String platform) {

    public Figure {
        if (range.rank(platform).isEmpty()) {
            throw new IllegalArgumentException(platform + " cannot be " + block + "/" + field);
        }
    }

    /** As rows, forms and the log name it. */
    public String subject() {
        return block + "/" + field;
    }

    public boolean canBe(String value) {
        return range.rank(value).isPresent();
    }

    /** Whether a value demands less than the one above it. What cannot be demands nothing. */
    boolean isLooser(Optional<String> above, Optional<String> below) {
        OptionalInt up = above.map(range::rank).orElse(OptionalInt.empty());
        OptionalInt down = below.map(range::rank).orElse(OptionalInt.empty());
        if (stricter == Stricter.NEITHER || up.isEmpty()) {
            return false;
        }
        return down.isEmpty() || stricter.isLooser(down.getAsInt(), up.getAsInt());
    }

    /** What is written in a field of figures. */
    static Optional<String> text(Optional<Field> field) {
        return field.flatMap(
                value -> value instanceof Field.Neutral(String text) ? Optional.of(text) : Optional.empty());
    }
}
