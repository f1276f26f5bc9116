package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.forwarding.store.PortionRows.Portion;

class UpcomingTest {

    private final Portion first = new Portion(7, positions(0, 10), 4);
    private final Portion second = new Portion(9, positions(10, 5), 0);
    private final Portion third = new Portion(11, positions(15, 5), 0);

    @Test
    void goes_on_where_it_stopped_and_takes_no_more_than_it_may() {
        Upcoming upcoming = Upcoming.queued(List.of(first, second, third), 8);

        assertThat(upcoming.positions()).isEqualTo(positions(4, 8));
        assertThat(upcoming.portions()).containsExactly(first, second);
    }

    @Test
    void tells_how_far_each_portion_is() {
        Upcoming upcoming = Upcoming.queued(List.of(first, second, third), 100);

        assertThat(upcoming.takenAfter(0)).isEmpty();
        assertThat(upcoming.takenAfter(2)).isEqualTo(Map.of(first, 6));
        assertThat(upcoming.takenAfter(6)).isEqualTo(Map.of(first, 10));
        assertThat(upcoming.takenAfter(8)).isEqualTo(Map.of(first, 10, second, 2));
        assertThat(upcoming.takenAfter(16)).isEqualTo(Map.of(first, 10, second, 5, third, 5));
        assertThat(upcoming.storedUpTo(8)).isEmpty();
    }

    @Test
    void a_portion_of_which_nothing_is_left_is_taken() {
        var done = new Portion(3, positions(0, 2), 2);

        assertThat(Upcoming.queued(List.of(done), 100).isEmpty()).isFalse();
        assertThat(Upcoming.queued(List.of(done), 100).takenAfter(0)).isEqualTo(Map.of(done, 2));
    }

    @Test
    void what_was_stored_before_is_known_by_its_last_position() {
        assertThat(Upcoming.stored(positions(0, 5)).storedUpTo(3)).contains(new UUID(0, 2));
        assertThat(Upcoming.stored(positions(0, 5)).storedUpTo(0)).isEmpty();
    }

    private static List<UUID> positions(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(each -> new UUID(0, each))
                .toList();
    }
}
