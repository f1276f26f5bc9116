package org.mangrove.core.quality;

import org.mangrove.core.policy.Stricter;

/**
 * A figure of a criterion.
 *
 * @param least an enterprise may choose no lower one
 * @param most an enterprise may choose no higher one
 * @param stricter which way it demands more
 */
public record Parameter(int value, int least, int most, Stricter stricter) {

    public Parameter {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    /** With another value, or the nearest that is allowed. */
    public Parameter with(int other) {
        return new Parameter(Math.clamp(other, least, most), least, most, stricter);
    }
}
