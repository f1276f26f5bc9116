package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Finds which of many sets may be alike without comparing each with each: by the least of their members in many orders
 * (Broder), and of these by bands of which one must be the same in both.
 *
 * <p>Two sets that share the part {@code s} of what they have become a pair with the chance {@code 1-(1-s^rows)^bands}.
 */
final class MinHash {

    /** In a bucket with more than these, each is compared with the first few: whoever is like them all is found through them. */
    private static final int CROWD = 64;

    private static final int FIRST_FEW = 4;

    private final int bands;
    private final int rows;
    private final long[] orders;

    MinHash(int bands, int rows) {
        this.bands = bands;
        this.rows = rows;
        // Always the same orders: an audit of the same finds the same.
        orders = new SplittableRandom(20_260_101).longs((long) bands * rows).toArray();
    }

    /** Two members of a list by their places, the lower one first. */
    record Pair(int first, int second) {}

    List<Pair> pairs(List<Shingles> sets) {
        long[][] signatures = sets.stream().map(this::signature).toArray(long[][]::new);
        var pairs = new HashSet<Pair>();
        for (int band = 0; band < bands; band++) {
            for (List<Integer> bucket : buckets(sets, signatures, band)) {
                add(bucket, pairs);
            }
        }
        return new ArrayList<>(pairs);
    }

    private Iterable<List<Integer>> buckets(List<Shingles> sets, long[][] signatures, int band) {
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int set = 0; set < signatures.length; set++) {
            if (sets.get(set).size() > 0) {
                long key = band;
                for (int row = band * rows; row < (band + 1) * rows; row++) {
                    key = Shingles.mixed(key ^ signatures[set][row]);
                }
                buckets.computeIfAbsent(key, first -> new ArrayList<>(2)).add(set);
            }
        }
        return buckets.values();
    }

    private static void add(List<Integer> bucket, HashSet<Pair> pairs) {
        int with = bucket.size() > CROWD ? FIRST_FEW : bucket.size();
        for (int first = 0; first < with; first++) {
            for (int second = first + 1; second < bucket.size(); second++) {
                pairs.add(new Pair(bucket.get(first), bucket.get(second)));
            }
        }
    }

    private long[] signature(Shingles set) {
        long[] least = new long[orders.length];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long member : set.sorted()) {
            for (int order = 0; order < orders.length; order++) {
                long place = (member ^ orders[order]) * 0x9E3779B97F4A7C15L;
                place ^= place >>> 29;
                least[order] = Math.min(least[order], place);
            }
        }
        return least;
    }
}
