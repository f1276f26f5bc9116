package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.mail.Matter;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

class DeskMattersTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    @Test
    void what_waits_is_told_then_that_its_day_comes_near_then_that_it_has_passed() {
        assertThat(kinds(matter(3, 1, Optional.empty()))).containsExactly(NoticeKind.DECISION);
        assertThat(kinds(matter(3, 1, in(30)))).containsExactly(NoticeKind.DECISION);
        assertThat(kinds(matter(3, 1, in(7)))).containsExactly(NoticeKind.SOON, NoticeKind.DECISION);
        assertThat(kinds(matter(3, 1, in(0)))).containsExactly(NoticeKind.LATE, NoticeKind.DECISION);
    }

    @Test
    void it_says_how_much_waits_in_the_readers_title_and_by_which_day_of_the_market() {
        List<Message> said = matter(3, 1, in(30)).stages().getFirst().said();

        assertThat(said.getFirst().arguments())
                .containsEntry("course", "Brandschutz")
                .containsEntry("count", 3);
        assertThat(said.getLast().arguments())
                .as("it is after midnight there")
                .containsEntry("day", LocalDate.of(2026, 12, 24));
    }

    @Test
    void a_further_version_is_news_and_fewer_texts_of_the_same_are_not() {
        assertThat(matter(2, 1, in(30)).about()).isEqualTo(matter(3, 1, in(20)).about());
        assertThat(matter(3, 2, in(30)).about())
                .isNotEqualTo(matter(3, 1, in(30)).about());
    }

    @Test
    void a_course_that_is_given_up_above_is_told_with_the_earlier_of_both_days() {
        var standing = standing(
                0,
                1,
                Optional.empty(),
                Optional.of(new Leaving(Leaving.State.UNDECIDED, Optional.empty(), Optional.empty(), in(3))));

        Matter matter = DeskMatters.matter(BERLIN, standing, List.of(Locale.GERMAN), NOW);

        assertThat(kinds(matter)).containsExactly(NoticeKind.SOON, NoticeKind.DECISION);
        assertThat(matter.stages().getLast().said().getFirst().key()).isEqualTo("adaptation.mail.leaving");
        assertThat(matter.stages().getLast().place()).isEqualTo("/adaptations/fire");
    }

    private static Optional<Instant> in(int days) {
        return Optional.of(NOW.plus(days, ChronoUnit.DAYS));
    }

    private static List<NoticeKind> kinds(Matter matter) {
        return matter.stages().stream().map(Matter.Stage::kind).toList();
    }

    private static Matter matter(int waiting, int version, Optional<Instant> due) {
        return DeskMatters.matter(
                BERLIN, standing(waiting, version, due, Optional.empty()), List.of(Locale.GERMAN), NOW);
    }

    private static CourseStanding standing(int waiting, int version, Optional<Instant> due, Optional<Leaving> leaving) {
        return new CourseStanding(
                "fire",
                Map.of("de", "Brandschutz", "en", "Fire safety"),
                version,
                true,
                0,
                waiting,
                0,
                0,
                0,
                0,
                Optional.empty(),
                due,
                Optional.empty(),
                Optional.empty(),
                leaving);
    }
}
