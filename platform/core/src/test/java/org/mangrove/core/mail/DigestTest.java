package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Message;

class DigestTest {

    private final Set<String> told = new HashSet<>();

    @Test
    void everything_that_waits_is_in_one_letter_and_is_told_once() {
        List<Matter> matters = List.of(matter("a", false, NoticeKind.DUTY), matter("b", false, NoticeKind.DECISION));

        assertThat(kinds(tell(matters, Set.of()))).containsExactly(NoticeKind.DUTY, NoticeKind.DECISION);
        assertThat(tell(matters, Set.of()).isEmpty()).isTrue();
    }

    @Test
    void whoever_hears_that_something_is_late_is_not_told_afterwards_that_it_is_there() {
        assertThat(kinds(tell(List.of(matter("a", true, NoticeKind.LATE, NoticeKind.DUTY)), Set.of())))
                .containsExactly(NoticeKind.LATE);

        assertThat(tell(List.of(matter("a", true, NoticeKind.DUTY)), Set.of()).isEmpty())
                .isTrue();
    }

    @Test
    void what_becomes_more_urgent_is_told_again() {
        tell(List.of(matter("a", true, NoticeKind.DUTY)), Set.of());

        assertThat(kinds(tell(List.of(matter("a", true, NoticeKind.SOON, NoticeKind.DUTY)), Set.of())))
                .containsExactly(NoticeKind.SOON);
        assertThat(kinds(tell(List.of(matter("a", true, NoticeKind.LATE, NoticeKind.DUTY)), Set.of())))
                .containsExactly(NoticeKind.LATE);
    }

    @Test
    void nobody_is_told_what_they_do_not_want_but_what_the_law_demands() {
        Set<NoticeKind> nothing = EnumSet.allOf(NoticeKind.class);

        assertThat(tell(
                                List.of(
                                        matter("a", false, NoticeKind.LATE, NoticeKind.DUTY),
                                        matter("b", false, NoticeKind.DECISION)),
                                nothing)
                        .isEmpty())
                .isTrue();
        assertThat(kinds(tell(List.of(matter("c", true, NoticeKind.LATE, NoticeKind.DUTY)), nothing)))
                .containsExactly(NoticeKind.LATE);
    }

    @Test
    void whoever_wants_no_reminder_is_still_told_of_a_duty_that_is_near_from_its_first_day() {
        Set<NoticeKind> noReminder = EnumSet.of(NoticeKind.SOON);
        List<Matter> near = List.of(matter("a", true, NoticeKind.SOON, NoticeKind.DUTY));

        assertThat(kinds(tell(near, noReminder))).containsExactly(NoticeKind.DUTY);
        assertThat(tell(near, noReminder).isEmpty()).isTrue();
    }

    @Test
    void a_long_letter_stops_and_says_how_much_more_there_is() {
        List<Matter> many = IntStream.range(0, 25)
                .mapToObj(number -> matter("m" + number, false, NoticeKind.DUTY))
                .toList();

        Letter letter = DigestLetter.of(tell(many, Set.of()), "https://acme-de.example", "Acme");

        assertThat(letter.items()).hasSize(20);
        assertThat(letter.link().orElseThrow().label().arguments()).containsEntry("count", 5);
    }

    @Test
    void links_lead_behind_the_sign_on_and_a_subject_names_no_course() {
        Letter letter = DigestLetter.of(
                tell(List.of(matter("a", false, NoticeKind.LATE)), Set.of()), "https://acme-de.example", "Acme");

        assertThat(letter.items().getFirst().link().address().toString())
                .isEqualTo("https://acme-de.example/sign-on?back=%2Fcourses%2Fa");
        assertThat(letter.subject().key()).isEqualTo("mail.people.subject-late");
        assertThat(letter.subject().arguments()).containsOnlyKeys("count", "tenant");
        assertThat(letter.choice().orElseThrow().address().toString()).endsWith("back=%2Fmy-data%2Fmail");
    }

    private Digest tell(List<Matter> matters, Set<NoticeKind> unwanted) {
        Digest digest = Digest.of(matters, unwanted, told::contains);
        digest.told().forEach(each -> each.keys().forEach(key -> told.add(key.text())));
        return digest;
    }

    private static List<NoticeKind> kinds(Digest digest) {
        return digest.told().stream().map(each -> each.stage().kind()).toList();
    }

    private static Matter matter(String about, boolean isDemanded, NoticeKind... stages) {
        return new Matter(
                about,
                isDemanded,
                Stream.of(stages)
                        .map(kind -> new Matter.Stage(
                                kind,
                                List.of(Message.of("mail.people.choose")),
                                Message.of("mail.people.choose"),
                                "/courses/" + about))
                        .toList());
    }
}
