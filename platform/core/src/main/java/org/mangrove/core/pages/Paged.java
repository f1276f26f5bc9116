package org.mangrove.core.pages;

import java.util.List;

/**
 * The part of a list that somebody looks at. Which one they ask for comes from the address: what is too small or too large shows
 * the first or the last part.
 *
 * @param number counts from 1
 */
public record Paged<T>(List<T> rows, int number, boolean hasMore) {

    public Paged {
        rows = List.copyOf(rows);
    }

    /** @param size how many rows a part has; at least 1 */
    public static <T> Paged<T> of(List<T> all, int asked, int size) {
        int last = Math.max(0, (all.size() - 1) / size);
        int number = Math.clamp(asked - 1L, 0, last);
        int to = Math.min(all.size(), (number + 1) * size);
        return new Paged<>(all.subList(number * size, to), number + 1, to < all.size());
    }
}
