package org.mangrove.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.approval.Handed.NOW;
import static org.mangrove.core.approval.Handed.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.governance.Lane;

class SeatingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID VERA = person(1);
    private static final UUID PAUL = person(2);
    private static final UUID NILS = person(3);
    private static final LaneReview LEGAL = asked(Lane.LEGAL, "global");

    @Test
    void a_seat_counts_to_the_end_of_its_last_day() {
        Seat seat = own(VERA, Optional.empty(), Optional.of(TODAY));

        assertThat(on(TODAY, seat).find(VERA, LEGAL)).contains(seat);
        assertThat(on(TODAY.plusDays(1), seat).find(VERA, LEGAL)).isEmpty();
    }

    @Test
    void a_seat_is_for_its_lane_and_its_space() {
        Seat emea = own(VERA, Optional.of("emea"), Optional.empty());

        assertThat(on(TODAY, emea).find(VERA, LEGAL)).isEmpty();
        assertThat(on(TODAY, emea).find(VERA, asked(Lane.LEGAL, "emea", "global")))
                .contains(emea);
        assertThat(on(TODAY, emea).find(VERA, asked(Lane.IT, "emea"))).isEmpty();
    }

    @Test
    void what_is_lent_counts_as_long_as_the_lender_has_a_seat() {
        Seat own = own(VERA, Optional.empty(), Optional.of(TODAY.plusDays(1)));
        Seat lent = lent(VERA, PAUL, TODAY.plusDays(5));

        assertThat(on(TODAY.plusDays(1), own, lent).find(PAUL, LEGAL)).contains(lent);
        assertThat(on(TODAY.plusDays(2), own, lent).find(PAUL, LEGAL)).isEmpty();
        assertThat(on(TODAY, lent).find(PAUL, LEGAL)).isEmpty();
    }

    @Test
    void what_is_lent_is_not_lent_on() {
        Seat own = own(VERA, Optional.empty(), Optional.empty());
        Seat lent = lent(VERA, PAUL, TODAY.plusDays(5));
        Seat onwards = lent(PAUL, NILS, TODAY.plusDays(5));

        assertThat(on(TODAY, own, lent, onwards).find(NILS, LEGAL)).isEmpty();
        assertThat(on(TODAY, own, lent).lendable(PAUL)).isEmpty();
        assertThat(on(TODAY, own, lent).lendable(VERA)).containsExactly(own);
    }

    @Test
    void ones_own_seat_goes_before_one_that_was_lent() {
        Seat lent = lent(VERA, PAUL, TODAY.plusDays(5));
        Seat own = own(PAUL, Optional.empty(), Optional.empty());

        assertThat(on(TODAY, own(VERA, Optional.empty(), Optional.empty()), lent, own)
                        .find(PAUL, LEGAL))
                .contains(own);
    }

    private static Seating on(LocalDate day, Seat... seats) {
        return new Seating(List.of(seats), day);
    }

    private static LaneReview asked(Lane lane, String... spaces) {
        return new LaneReview(lane, 5, Set.of(spaces), 1, Optional.of(NOW), Optional.empty());
    }

    private static Seat own(UUID actor, Optional<String> space, Optional<LocalDate> lastDay) {
        return new Seat(
                UUID.randomUUID(), Lane.LEGAL, space, actor, Optional.empty(), NILS, NOW, lastDay, Optional.empty());
    }

    private static Seat lent(UUID by, UUID to, LocalDate lastDay) {
        return new Seat(
                UUID.randomUUID(),
                Lane.LEGAL,
                Optional.empty(),
                to,
                Optional.of(by),
                by,
                NOW,
                Optional.of(lastDay),
                Optional.empty());
    }
}
