package org.mangrove.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    /** Near its end: the clock of a machine begins anywhere, and may pass over. */
    private static final long NOW = Long.MAX_VALUE - 1_000;

    private final TokenBucket bucket = TokenBucket.perSecond(10, NOW);

    @Test
    void gives_a_burst_and_then_nothing() {
        assertThat(taken(25, NOW)).isEqualTo(10);
        assertThat(bucket.take(NOW)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void fills_again_steadily() {
        taken(10, NOW);

        assertThat(taken(5, at(Duration.ofMillis(99)))).isZero();
        assertThat(taken(5, at(Duration.ofMillis(100)))).isEqualTo(1);
        assertThat(taken(25, at(Duration.ofMillis(550)))).isEqualTo(4);
    }

    @Test
    void never_holds_more_than_its_burst() {
        assertThat(taken(25, at(Duration.ofDays(3)))).isEqualTo(10);
    }

    @Test
    void what_is_refused_costs_nothing() {
        taken(10, NOW);

        taken(1_000, NOW);

        assertThat(bucket.take(NOW)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void looking_takes_nothing() {
        assertThat(bucket.untilNext(NOW)).isZero();
        assertThat(taken(25, NOW)).isEqualTo(10);
        assertThat(bucket.untilNext(NOW)).isEqualTo(Duration.ofMillis(100));
        assertThat(bucket.untilNext(NOW)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void many_at_once_get_no_more_than_one_after_the_other() {
        long given = IntStream.range(0, 100_000)
                .parallel()
                .filter(asked -> bucket.take(NOW).isZero())
                .count();

        assertThat(given).isEqualTo(10);
    }

    private int taken(int asked, long now) {
        return (int) IntStream.range(0, asked)
                .filter(one -> bucket.take(now).isZero())
                .count();
    }

    private static long at(Duration later) {
        return NOW + later.toNanos();
    }
}
