package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MinHashTest {

    private static final int SETS = 400;

    @Test
    void nearly_all_that_are_alike_become_pairs_and_few_of_the_others() {
        var random = new SplittableRandom(42);
        var sets = new ArrayList<Shingles>();
        for (int at = 0; at < SETS / 2; at++) {
            long[] own = random.longs(200).toArray();
            sets.add(set(LongStream.of(own)));
            // shares a third of what both have
            sets.add(set(LongStream.concat(LongStream.of(own).limit(100), random.longs(100))));
        }

        List<MinHash.Pair> pairs = new MinHash(64, 2).pairs(sets);

        long found = pairs.stream()
                .filter(pair -> pair.first() / 2 == pair.second() / 2)
                .count();
        assertThat(found).isGreaterThanOrEqualTo(SETS / 2 * 99 / 100);
        assertThat(pairs).hasSizeLessThan(SETS * 2).doesNotHaveDuplicates();
    }

    @Test
    void what_has_no_members_is_like_nothing() {
        assertThat(new MinHash(4, 2).pairs(List.of(set(LongStream.empty()), set(LongStream.empty()))))
                .isEmpty();
    }

    @Test
    void a_crowd_of_the_same_is_joined_without_comparing_each_with_each() {
        List<Shingles> same = LongStream.range(0, 1_000)
                .mapToObj(at -> set(LongStream.range(0, 50)))
                .toList();

        List<MinHash.Pair> pairs = new MinHash(16, 8).pairs(same);

        var groups = new Groups(same.size());
        pairs.forEach(pair -> groups.join(pair.first(), pair.second()));
        assertThat(groups.all())
                .singleElement()
                .satisfies(all -> assertThat(all).hasSize(1_000));
        assertThat(pairs).hasSizeLessThan(5_000);
    }

    @Test
    void runs_are_counted_as_sets_are() {
        Shingles one = set(LongStream.of(1, 2, 3, 4));
        Shingles other = set(LongStream.of(3, 4, 5));

        assertThat(one.common(other)).isEqualTo(2);
        assertThat(one.without(other)).isEqualTo(set(LongStream.of(1, 2)));
        assertThat(one.with(other)).isEqualTo(set(LongStream.rangeClosed(1, 5)));
        assertThat(new HashSet<>(List.of(one, set(LongStream.of(4, 3, 2, 1))))).hasSize(1);
    }

    private static Shingles set(LongStream members) {
        return new Shingles(members.sorted().distinct().toArray());
    }
}
