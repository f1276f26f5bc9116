package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HalvingTest {

    private final List<Integer> arrived = new ArrayList<>();
    private final List<Integer> there = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private final List<SentAway> stops = new ArrayList<>();
    private int requests;
    private int enough = Integer.MAX_VALUE;

    private final Halving.Outcome<Integer> outcome = new Halving.Outcome<>() {
        @Override
        public boolean taken(List<Integer> some, boolean wereThere) {
            (wereThere ? there : arrived).addAll(some);
            return arrived.size() < enough;
        }

        @Override
        public boolean refused(Integer one, SentAway.Refused why) {
            refused.add(one);
            return true;
        }

        @Override
        public void stopped(SentAway why) {
            stops.add(why);
        }
    };

    @Test
    void finds_the_bad_ones_and_everything_else_arrives_in_order() {
        assertThat(send(100, Set.of(0, 41, 42, 99))).isTrue();

        assertThat(refused).containsExactly(0, 41, 42, 99);
        assertThat(arrived).hasSize(96).isSorted();
        assertThat(requests).isLessThan(60);
    }

    @Test
    void one_bad_one_of_a_hundred_costs_few_requests() {
        send(100, Set.of(64));

        assertThat(refused).containsExactly(64);
        assertThat(arrived).hasSize(99);
        assertThat(requests).isLessThanOrEqualTo(15);
    }

    @Test
    void what_is_there_already_is_found_among_the_others_and_is_no_refusal() {
        var halving = new Halving<Integer>(
                some -> {
                    requests++;
                    return some.contains(3) ? new SentAway.AlreadyThere() : new SentAway.Taken();
                },
                outcome);

        assertThat(halving.send(numbers(8))).isTrue();

        assertThat(there).containsExactly(3);
        assertThat(arrived).containsExactly(0, 1, 2, 4, 5, 6, 7);
        assertThat(refused).isEmpty();
    }

    @Test
    void stops_at_once_when_nothing_can_be_sent_and_what_arrived_has_arrived() {
        var halving = new Halving<Integer>(
                some -> {
                    requests++;
                    return some.size() > 2
                            ? new SentAway.Refused(400, "")
                            : some.contains(4)
                                    ? new SentAway.Later(Trouble.BUSY, 503, Optional.empty())
                                    : new SentAway.Taken();
                },
                outcome);

        assertThat(halving.send(numbers(8))).isFalse();

        assertThat(arrived).containsExactly(0, 1, 2, 3);
        assertThat(stops).hasSize(1);
    }

    @Test
    void goes_no_further_when_somebody_has_paused_it() {
        enough = 1;

        assertThat(send(8, Set.of(7))).isFalse();

        assertThat(arrived).containsExactly(0, 1, 2, 3);
    }

    private boolean send(int count, Set<Integer> bad) {
        var halving = new Halving<Integer>(
                some -> {
                    requests++;
                    return some.stream().anyMatch(bad::contains)
                            ? new SentAway.Refused(400, "no")
                            : new SentAway.Taken();
                },
                outcome);
        return halving.send(numbers(count));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().flatMap(Stream::of).toList();
    }
}
