package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_queue_ends_after_as_many_days_as_its_minutes_take_at_the_rate_of_the_last_weeks() {
        assertThat(Forecast.of(28, NOW, List.of(ago(3, 14), ago(20, 14))))
                .as("a minute a day")
                .isEqualTo(new Forecast.By(LocalDate.of(2026, 12, 21)));
        assertThat(Forecast.of(1, NOW, List.of(ago(1, 56))))
                .as("a day that was begun is a day")
                .isEqualTo(new Forecast.By(LocalDate.of(2026, 11, 24)));
        assertThat(Forecast.of(29, NOW, List.of(ago(1, 28)))).isEqualTo(new Forecast.By(LocalDate.of(2026, 12, 22)));
    }

    @Test
    void nobody_names_a_day_where_nothing_was_answered_or_it_would_take_more_than_a_year() {
        assertThat(Forecast.of(5, NOW, List.of())).isEqualTo(new Forecast.NotAtThisRate());
        assertThat(Forecast.of(5, NOW, List.of(ago(29, 100))))
                .as("too long ago to count")
                .isEqualTo(new Forecast.NotAtThisRate());
        assertThat(Forecast.of(13, NOW, List.of(ago(1, 1))))
                .isEqualTo(new Forecast.By(LocalDate.of(2026, 11, 23).plusDays(364)));
        assertThat(Forecast.of(14, NOW, List.of(ago(1, 1)))).isEqualTo(new Forecast.NotAtThisRate());
    }

    @Test
    void where_nothing_waits_there_is_nothing_to_forecast() {
        assertThat(Forecast.of(0, NOW, List.of())).isEqualTo(new Forecast.Done());
    }

    private static Forecast.Answered ago(int days, int minutes) {
        return new Forecast.Answered(NOW.minus(Duration.ofDays(days)), minutes);
    }
}
