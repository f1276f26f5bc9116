package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.tenancy.Definitions;

class EndingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 1);

    @Test
    void is_offered_until_its_day_finished_until_its_last_day_and_over_then() {
        assertThat(stage(SINCE.minusDays(1))).isEqualTo(Ending.Stage.ANNOUNCED);
        assertThat(stage(SINCE)).isEqualTo(Ending.Stage.CLOSED);
        assertThat(stage(LAST_DAY)).isEqualTo(Ending.Stage.CLOSED);
        assertThat(stage(LAST_DAY.plusDays(1))).isEqualTo(Ending.Stage.OVER);
    }

    @Test
    void what_the_law_ends_is_over_on_its_day() {
        Retirement byLaw = byLaw("fire");

        assertThat(Ending.of(byLaw, Optional.empty(), false, SINCE.minusDays(1)).stage())
                .isEqualTo(Ending.Stage.ANNOUNCED);
        assertThat(Ending.of(byLaw, Optional.empty(), false, SINCE).stage()).isEqualTo(Ending.Stage.OVER);
        assertThat(Ending.of(byLaw, Optional.empty(), true, SINCE).stage())
                .as("also where it is kept")
                .isEqualTo(Ending.Stage.OVER);
    }

    @Test
    void who_has_kept_it_need_not_decide_again_and_an_answer_to_another_retirement_is_none() {
        Retirement retirement = ordinary("fire", Optional.empty());
        var toAnother = new LocalChoice(new UUID(9, 9), LocalChoice.Kind.FOLLOW, Optional.empty(), "");

        assertThat(Ending.of(retirement, Optional.of(toAnother), false, SINCE).waits())
                .isTrue();
        assertThat(Ending.of(retirement, Optional.empty(), true, LAST_DAY.plusDays(9)))
                .satisfies(kept -> assertThat(kept.letsBegin()).isTrue())
                .satisfies(kept -> assertThat(kept.waits()).isFalse());
    }

    @Test
    void the_day_is_that_of_the_market() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(Ending.of(ordinary("fire", Optional.empty()), Optional.empty(), false, SINCE.minusDays(1))
                        .changesAt(tokyo))
                .contains(SINCE.atStartOfDay(tokyo).toInstant());
        assertThat(Ending.of(ordinary("fire", Optional.empty()), Optional.empty(), false, LAST_DAY)
                        .changesAt(tokyo))
                .contains(LAST_DAY.plusDays(1).atStartOfDay(tokyo).toInstant());
    }

    @Property(tries = 300)
    void deciding_nothing_is_going_with_it_for_everybody_who_learns(@ForAll @IntRange(min = -400, max = 400) int days) {
        Retirement retirement = ordinary("fire", Optional.of("first-aid"));
        var follow = new LocalChoice(retirement.id(), LocalChoice.Kind.FOLLOW, Optional.empty(), "");
        LocalDate today = SINCE.plusDays(days);

        Ending undecided = Ending.of(retirement, Optional.empty(), false, today);
        Ending decided = Ending.of(retirement, Optional.of(follow), false, today);

        assertThat(undecided.stage()).isEqualTo(decided.stage());
        assertThat(undecided.replacement()).isEqualTo(decided.replacement());
    }

    @Property(tries = 300)
    void time_never_gives_back_what_it_has_taken_and_says_when_it_takes_it(
            @ForAll @IntRange(min = -200, max = 200) int day, @ForAll @IntRange(min = 0, max = 200) int later) {
        Retirement retirement = ordinary("fire", Optional.empty());
        LocalDate today = SINCE.plusDays(day);
        LocalDate then = today.plusDays(later);
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        Ending before = Ending.of(retirement, Optional.empty(), false, today);
        Ending after = Ending.of(retirement, Optional.empty(), false, then);

        assertThat(after.stage()).isGreaterThanOrEqualTo(before.stage());
        boolean isToldToChange = before.changesAt(berlin)
                .filter(at -> !at.isAfter(then.atStartOfDay(berlin).toInstant()))
                .isPresent();
        assertThat(after.stage() != before.stage()).isEqualTo(isToldToChange);
    }

    @Test
    void what_takes_the_place_of_what_took_its_place_is_taken() {
        Endings.Known known =
                known(ordinary("old", Optional.of("newer")), ordinary("newer", Optional.of("newest")), byLaw("orphan"));

        assertThat(known.replacement("old")).contains("newest");
        assertThat(known.replacement("newer")).contains("newest");
        assertThat(known.replacement("orphan")).isEmpty();
        assertThat(known.replacement("newest")).as("it is not given up").isEmpty();
    }

    @Test
    void a_circle_leads_nowhere() {
        Endings.Known known = known(ordinary("one", Optional.of("other")), ordinary("other", Optional.of("one")));

        assertThat(known.replacement("one")).isEmpty();
        assertThat(known.replacement("other")).isEmpty();
    }

    @Test
    void the_feed_says_what_was_announced_and_what_was_taken_back_and_nothing_else_is_taken_for_it() {
        Retirement retirement = ordinary("fire", Optional.of("first-aid"));

        RetirementNotice read =
                Definitions.read(Definitions.write(RetirementNotice.of(retirement)), RetirementNotice.class);

        assertThat(read.retirement()).contains(retirement);
        assertThat(Definitions.read(Definitions.write(RetirementNotice.takenBack("fire")), RetirementNotice.class)
                        .stands())
                .isFalse();
        for (String wrong : List.of("{}", "{\"course\":\"fire\",\"stands\":true}", "[]")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Definitions.read(wrong, RetirementNotice.class));
        }
    }

    @Test
    void what_is_kept_is_read_again_as_it_was() {
        var kept = new KeptCourse(SampleCourse.version(), List.of(SampleCourse.tenant()));

        KeptCourse read = KeptCourse.read(CanonicalJson.read(CanonicalJson.write(kept.json())));

        assertThat(read).isEqualTo(kept);
    }

    private static Ending.Stage stage(LocalDate today) {
        return Ending.of(ordinary("fire", Optional.empty()), Optional.empty(), false, today)
                .stage();
    }

    private static Endings.Known known(Retirement... retirements) {
        return new Endings.Known(
                Arrays.stream(retirements)
                        .collect(Collectors.toMap(
                                Retirement::course, each -> Ending.of(each, Optional.empty(), false, SINCE))),
                Map.of());
    }

    private static Retirement ordinary(String course, Optional<String> successor) {
        return new Retirement(
                new UUID(1, 1),
                course,
                SINCE,
                LAST_DAY,
                Retirement.Grounds.ORDINARY,
                "Nobody needs it",
                successor,
                NOW);
    }

    private static Retirement byLaw(String course) {
        return new Retirement(
                new UUID(1, 2),
                course,
                SINCE,
                SINCE.minusDays(1),
                Retirement.Grounds.REGULATORY,
                "The law",
                Optional.empty(),
                NOW);
    }
}
