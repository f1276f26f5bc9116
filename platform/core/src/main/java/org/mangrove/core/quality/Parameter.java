package org.mangrove.core.quality;

/**
 * A figure of a criterion.
 *
 * @param least an enterprise may choose no lower one
 * @param most an enterprise may choose no higher one
 */
public record Parameter(int value, int least, int most) {

    public Parameter {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    /** With another value, or the nearest that is allowed. */
    public Parameter with(int other) {
        return new Parameter(Math.clamp(other, least, most), least, most);
    }
}
