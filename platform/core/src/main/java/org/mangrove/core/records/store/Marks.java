package org.mangrove.core.records.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Question marks for a list whose length is not known beforehand. Their number is a power of two, with the last value
 * repeated, so that there are few texts of SQL to parse and to remember.
 */
final class Marks {

    private Marks() {}

    /** @param mark what stands for one value, such as {@code ?} or {@code (?, ?)} */
    static String of(int values, String mark) {
        int padded = padded(values);
        return mark + (", " + mark).repeat(padded - 1);
    }

    static <T> List<T> padded(List<T> values) {
        var padded = new ArrayList<>(values);
        while (padded.size() < padded(values.size())) {
            padded.add(values.getLast());
        }
        return padded;
    }

    private static int padded(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }
}
