package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.LocalChoice;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.policy.DeadlinesPolicy;
import org.mangrove.core.policy.PlatformFigures;

class LeavingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant ANNOUNCED = Instant.parse("2026-06-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate SINCE = LocalDate.of(2026, 9, 1);

    @Test
    void a_market_has_thirty_days_and_no_more_than_until_the_day_itself() {
        assertThat(leaving(SINCE, Optional.empty()).due()).contains(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(leaving(TODAY.plusDays(3), Optional.empty()).due()).contains(Instant.parse("2026-06-03T22:00:00Z"));
        assertThat(leaving(SINCE, Optional.empty()).isOverdue(ANNOUNCED)).isFalse();
        assertThat(leaving(SINCE, Optional.empty()).isOverdue(Instant.parse("2026-07-01T08:00:00Z")))
                .isTrue();
    }

    @Test
    void what_is_decided_waits_for_nobody() {
        assertThat(leaving(SINCE, Optional.of(LocalChoice.Kind.FOLLOW)))
                .isEqualTo(new Leaving(Leaving.State.GOES, Optional.of(SINCE), Optional.empty(), Optional.empty()));
        assertThat(leaving(SINCE, Optional.of(LocalChoice.Kind.REPLACE)).state())
                .isEqualTo(Leaving.State.REPLACED);
    }

    @Test
    void what_is_kept_waits_again_on_the_day_of_its_review_also_if_its_master_is_offered_again() {
        assertThat(kept(TODAY.plusDays(1)).state()).isEqualTo(Leaving.State.KEPT);

        Leaving due = kept(TODAY);

        assertThat(due.state()).isEqualTo(Leaving.State.REVIEW_DUE);
        assertThat(due.due()).contains(TODAY.atStartOfDay(BERLIN).toInstant());
        assertThat(due.since()).isEmpty();
    }

    @Test
    void a_market_that_is_reminded_earlier_and_decides_faster_has_it_as_its_policy_says() {
        Deadlines.OfRetirement quick = new Deadlines.Here(
                        PlatformFigures.deadlines(
                                Map.of(DeadlinesPolicy.REMIND, "7", DeadlinesPolicy.RETIREMENT, "10")),
                        BERLIN)
                .ofRetirement();
        var retirement = new Retirement(
                new UUID(1, 1), "fire", SINCE, SINCE, Retirement.Grounds.ORDINARY, "Why", Optional.empty(), ANNOUNCED);

        Leaving kept = Leaving.of(
                        Optional.empty(), Optional.of(new Endings.Kept("Ours", TODAY.plusDays(7), "00")), TODAY, quick)
                .orElseThrow();

        assertThat(kept.state()).isEqualTo(Leaving.State.REVIEW_DUE);
        assertThat(kept.reviewOn()).contains(TODAY.plusDays(7));
        assertThat(quick.of(retirement)).isEqualTo(Instant.parse("2026-06-11T08:00:00Z"));
    }

    @Test
    void what_nobody_gives_up_is_nothing_to_decide() {
        assertThat(Leaving.of(Optional.empty(), Optional.empty(), TODAY, deadlines()))
                .isEmpty();
    }

    private static Leaving kept(LocalDate reviewOn) {
        return Leaving.of(Optional.empty(), Optional.of(new Endings.Kept("Ours", reviewOn, "00")), TODAY, deadlines())
                .orElseThrow();
    }

    private static Leaving leaving(LocalDate since, Optional<LocalChoice.Kind> choice) {
        var retirement = new Retirement(
                new UUID(1, 1), "fire", since, since, Retirement.Grounds.ORDINARY, "Why", Optional.empty(), ANNOUNCED);
        Ending ending = Ending.of(
                retirement,
                choice.map(kind -> new LocalChoice(retirement.id(), kind, Optional.empty(), "")),
                false,
                TODAY);
        return Leaving.of(Optional.of(ending), Optional.empty(), TODAY, deadlines())
                .orElseThrow();
    }

    private static Deadlines.OfRetirement deadlines() {
        return new Deadlines.Here(PlatformFigures.deadlines(), BERLIN).ofRetirement();
    }
}
