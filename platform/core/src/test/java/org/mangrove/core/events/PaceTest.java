package org.mangrove.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Pace pace = new Pace(2000, Duration.ofSeconds(31));

    @Test
    void one_bad_event_among_many_is_found_in_a_few_halvings_without_a_pause() {
        int failures = 0;
        while (pace.atOnce() > 1) {
            assertThat(pace.failed(NOW)).isFalse();
            assertThat(pace.pause(NOW)).isZero();
            failures++;
        }

        assertThat(failures).isLessThan(12);
    }

    @Test
    void an_event_alone_is_tried_for_as_long_as_one_is_patient_before_it_is_set_aside() {
        alone();
        Instant now = NOW;
        int tries = 1;
        while (!pace.failed(now)) {
            now = now.plus(pace.pause(now));
            tries++;
        }

        assertThat(tries).isEqualTo(6);
        assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofSeconds(31));
        pace.wasSetAside();
        assertThat(pace.pause(now)).isZero();
    }

    @Test
    void who_takes_an_event_is_given_more_and_forgiven() {
        alone();
        pace.failed(NOW);
        pace.taken();

        assertThat(pace.atOnce()).isEqualTo(2);
        pace.failed(NOW);
        for (int tries = 1; tries < 6; tries++) {
            assertThat(pace.failed(NOW)).isFalse();
        }
        assertThat(pace.failed(NOW)).isTrue();
    }

    @Test
    void what_is_not_the_readers_fault_only_makes_it_wait() {
        alone();
        for (int times = 0; times < 20; times++) {
            pace.hold(NOW);
        }

        assertThat(pace.pause(NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.failed(NOW)).isFalse();
    }

    private void alone() {
        while (pace.atOnce() > 1) {
            pace.failed(NOW);
        }
    }
}
