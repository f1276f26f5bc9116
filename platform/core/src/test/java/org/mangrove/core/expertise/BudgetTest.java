package org.mangrove.core.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

    private final Budget berlin = new Budget(30, BERLIN);

    @Test
    void what_was_asked_counts_in_the_month_of_the_experts_own_zone() {
        Instant at = Instant.parse("2026-11-30T23:30:00Z");

        assertThat(berlin.monthOf(at)).isEqualTo(YearMonth.of(2026, 12));
        assertThat(new Budget(30, ZoneId.of("UTC")).monthOf(at)).isEqualTo(YearMonth.of(2026, 11));
        assertThat(new Budget(30, TOKYO).monthOf(Instant.parse("2026-11-30T14:59:59Z")))
                .isEqualTo(YearMonth.of(2026, 11));
        assertThat(new Budget(30, TOKYO).monthOf(Instant.parse("2026-11-30T15:00:00Z")))
                .isEqualTo(YearMonth.of(2026, 12));
    }

    @Test
    void a_month_begins_where_the_expert_is_also_when_clocks_were_changed_in_it() {
        assertThat(berlin.beginOfMonth(Instant.parse("2026-10-31T22:59:00Z")))
                .as("in summer time, though it is winter time now")
                .isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(new Budget(30, RIYADH).beginOfMonth(Instant.parse("2026-12-31T21:00:00Z")))
                .as("of another year")
                .isEqualTo(Instant.parse("2026-12-31T21:00:00Z"));
    }

    @Test
    void the_last_minute_of_a_month_is_that_months_and_the_next_month_begins_anew() {
        var asked = List.of(asked("2026-11-01T00:00:00Z", 10), asked("2026-11-30T22:59:59Z", 15));

        assertThat(berlin.left(Instant.parse("2026-11-30T22:59:59Z"), asked)).isEqualTo(5);
        assertThat(berlin.left(Instant.parse("2026-11-30T23:00:00Z"), asked)).isEqualTo(30);
    }

    @Test
    void there_is_room_up_to_the_last_minute_and_not_beyond() {
        Instant now = Instant.parse("2026-12-31T12:00:00Z");
        var asked = List.of(asked("2026-12-02T12:00:00Z", 24));

        assertThat(berlin.room(6, now, asked)).isEqualTo(new Budget.Room.Enough(0));
        assertThat(berlin.room(7, now, asked)).isEqualTo(new Budget.Room.NotBefore(LocalDate.of(2027, 1, 1), 6));
        assertThat(berlin.room(31, now, asked)).isEqualTo(new Budget.Room.Never(30));
    }

    @Test
    void a_budget_that_was_made_smaller_leaves_nothing_rather_than_less() {
        var asked = List.of(asked("2026-11-02T12:00:00Z", 40));

        assertThat(berlin.left(Instant.parse("2026-11-03T12:00:00Z"), asked)).isZero();
    }

    private static Budget.Asked asked(String at, int minutes) {
        return new Budget.Asked(Instant.parse(at), minutes);
    }
}
