package org.mangrove.core.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Question marks for a list whose length is not known beforehand. Their number is a power of two, with the last value
 * repeated, so that there are few texts of SQL to parse and to remember.
 */
public final class Marks {

    private Marks() {}

    /** @param mark what stands for one value, such as {@code ?} or {@code (?, ?)} */
    public static String of(int values, String mark) {
        int padded = padded(values);
        return mark + (", " + mark).repeat(padded - 1);
    }

    /** The values for as many marks as there are for them. */
    public static <T> List<T> padded(Collection<T> values) {
        var padded = new ArrayList<>(values);
        while (padded.size() < padded(values.size())) {
            padded.add(padded.getLast());
        }
        return padded;
    }

    private static int padded(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }
}
