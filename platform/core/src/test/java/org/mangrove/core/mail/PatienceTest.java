package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void a_letter_waits_longer_each_time_and_is_given_up_after_about_a_day() {
        var waits = IntStream.rangeClosed(1, 6)
                .mapToObj(attempts -> Patience.after(attempts).orElseThrow())
                .toList();

        assertThat(waits).isSorted().doesNotHaveDuplicates();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(24), Duration.ofHours(26));
        assertThat(Patience.after(7)).isEmpty();
    }
}
