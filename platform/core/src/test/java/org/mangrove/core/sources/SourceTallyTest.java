package org.mangrove.core.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.sources.SourceTally.Failure;
import org.mangrove.core.sources.SourceTally.Stored;

class SourceTallyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    private final SourceTally tally = new SourceTally();

    @Test
    void tells_what_the_sender_must_mend_from_what_we_must() {
        tally.answered(200, NOW);
        tally.answered(204, NOW);
        tally.answered(404, NOW);
        tally.answered(400, NOW.plusSeconds(1));
        tally.answered(503, NOW.plusSeconds(2));
        tally.turnedAway();

        var taken = tally.take();

        assertThat(taken.requests()).isEqualTo(5);
        assertThat(taken.refused()).isEqualTo(2);
        assertThat(taken.failed()).isEqualTo(1);
        assertThat(taken.turnedAway()).isEqualTo(1);
        assertThat(taken.lastError()).contains(new Failure(NOW.plusSeconds(2), 503));
    }

    @Test
    void says_how_late_the_newest_statement_came() {
        tally.stored(50, Optional.of(NOW.minusSeconds(90)), NOW);

        assertThat(tally.take().lastStored()).contains(new Stored(NOW, Optional.of(Duration.ofSeconds(90))));
    }

    @Test
    void a_sender_whose_clock_is_ahead_is_not_early() {
        tally.stored(1, Optional.of(NOW.plusSeconds(90)), NOW);

        assertThat(tally.take().lastStored()).contains(new Stored(NOW, Optional.of(Duration.ZERO)));
    }

    @Test
    void what_was_taken_is_not_taken_again() {
        tally.answered(500, NOW);
        tally.stored(3, Optional.empty(), NOW);
        tally.take();

        assertThat(tally.take().isNothing()).isTrue();
        assertThat(tally.take().lastStored()).isEmpty();
        assertThat(tally.take().lastError()).isEmpty();
    }

    @Test
    void nobody_who_counts_at_the_same_time_is_forgotten() {
        long taken = IntStream.range(0, 100_000)
                .parallel()
                .mapToLong(each -> {
                    tally.answered(200, NOW);
                    return each % 100 == 0 ? tally.take().requests() : 0;
                })
                .sum();

        assertThat(taken + tally.take().requests()).isEqualTo(100_000);
    }
}
