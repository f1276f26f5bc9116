package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.mail.Matter;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.sdk.Message;

class DutyMattersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Message REASON = Message.of("test.reason");

    @Test
    void a_duty_is_told_then_that_its_day_comes_near_then_that_it_has_passed() {
        assertThat(kinds(asked(TODAY.plusDays(8)))).containsExactly(NoticeKind.DUTY);
        assertThat(kinds(asked(TODAY.plusDays(7)))).containsExactly(NoticeKind.SOON, NoticeKind.DUTY);
        assertThat(kinds(asked(TODAY))).containsExactly(NoticeKind.SOON, NoticeKind.DUTY);
        assertThat(kinds(asked(TODAY.minusDays(1)))).containsExactly(NoticeKind.LATE, NoticeKind.DUTY);
    }

    @Test
    void a_day_that_moves_by_itself_is_no_news_but_having_passed_and_having_to_again_is() {
        Matter first = matter(Optional.empty(), duty(TODAY, "ArbSchG § 12", false));
        Matter tomorrow = matter(Optional.empty(), duty(TODAY.plusDays(1), "ArbSchG § 12", false));
        Matter nextYear = matter(Optional.of(passed()), duty(TODAY.plusDays(30), "ArbSchG § 12", false));

        assertThat(tomorrow.about()).isEqualTo(first.about());
        assertThat(nextYear.about()).isNotEqualTo(first.about());
    }

    @Test
    void each_change_of_a_law_is_news_and_says_by_when_and_why() {
        Matter law = matter(Optional.of(passed()), duty(TODAY.plusDays(30), "ArbSchG § 12", true));
        Matter another = matter(Optional.of(passed()), duty(TODAY.plusDays(30), "ArbSchG § 13", true));

        assertThat(another.about()).isNotEqualTo(law.about());
        assertThat(law.isDemanded()).isTrue();
        assertThat(law.stages().getFirst().said())
                .extracting(Message::key)
                .containsExactly("learning.mail.again", "test.reason", "learning.mail.reference");
        assertThat(law.stages().getFirst().said().getFirst().arguments())
                .containsEntry("course", "Fire safety")
                .containsEntry("day", TODAY.plusDays(30));
        assertThat(law.stages().getFirst().place()).isEqualTo("/courses/fire");
    }

    @Test
    void what_only_the_house_asks_for_can_be_left_out() {
        assertThat(matter(Optional.empty(), duty(TODAY, "", false)).isDemanded())
                .isFalse();
    }

    private static Matter asked(LocalDate due) {
        return matter(Optional.empty(), duty(due, "ArbSchG § 12", false));
    }

    private static List<NoticeKind> kinds(Matter matter) {
        return matter.stages().stream().map(Matter.Stage::kind).toList();
    }

    private static Duty duty(LocalDate due, String reference, boolean isAgain) {
        return new Duty("fire", due, Period.ofYears(1), reference, REASON, Optional.empty(), isAgain);
    }

    private static Matter matter(Optional<Completion> passed, Duty duty) {
        var text = new Text("Fire safety", Locale.ENGLISH);
        var card = new Card(
                "fire",
                text,
                text,
                "safety",
                20,
                5,
                Optional.empty(),
                passed,
                passed.isPresent(),
                Optional.of(duty),
                false,
                Optional.empty());
        return DutyMatters.matter(card, duty, TODAY);
    }

    private static Completion passed() {
        return new Completion(
                new UUID(7, 2),
                new UUID(7, 1),
                "fire",
                1,
                Digest.of(new byte[0]),
                "Fire safety",
                Locale.ENGLISH,
                1,
                100,
                Instant.parse("2026-01-15T10:00:00Z"),
                LocalDate.of(2026, 1, 15),
                Optional.empty(),
                "CODE");
    }
}
