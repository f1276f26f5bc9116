package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final Random random = new Random(7);

    @Test
    void waits_twice_as_long_each_time_up_to_a_quarter_of_an_hour_and_half_of_it_by_chance() {
        for (int failures = 1; failures <= 100; failures++) {
            Duration whole = Duration.ofSeconds(failures > 9 ? 900 : Math.min(900, 2L << failures - 1));
            for (int i = 0; i < 50; i++) {
                assertThat(BackOff.after(failures, random)).isBetween(whole.dividedBy(2), whole);
            }
        }
    }

    @Test
    void those_who_failed_together_do_not_come_back_together() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(each -> BackOff.after(5, random))
                        .distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void waits_as_long_as_it_is_asked_to_but_not_for_ever_and_not_less_than_it_would() {
        Duration ours = Duration.ofSeconds(10);

        assertThat(BackOff.atLeast(Duration.ofMinutes(3), ours)).isEqualTo(Duration.ofMinutes(3));
        assertThat(BackOff.atLeast(Duration.ofSeconds(1), ours)).isEqualTo(ours);
        assertThat(BackOff.atLeast(Duration.ofDays(1000), ours)).isEqualTo(Duration.ofHours(24));
    }
}
