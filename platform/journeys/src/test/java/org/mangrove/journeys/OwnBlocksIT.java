package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A market puts blocks elsewhere, says which answers are right, and asks questions of its own; readers get it at once. */
@ExtendWith(WholeStack.class)
class OwnBlocksIT {

    private static final String COURSE = DemonstrationCourse.FEEDBACK.slug();
    private static final String SECTION = "/t/acme-at/courses/" + COURSE + "/sections/what-helps";
    private static final Pattern QUESTION = Pattern.compile("questions/(acme-at-[0-9a-f]{8})\"");

    private WholeStack.Site site;
    private Rows everywhere;
    private LocalTexts desk;
    private Visitor anna;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        desk = new LocalTexts(signedOn("markus.bauer"), "acme-at", COURSE);
        desk.takeEverythingBack();
        anna = signedOn("anna.huber");
        forgetWhatSheHasDone();
        anna.submit("/t/acme-at/courses/" + COURSE + "/enrolment", Map.of());
    }

    @AfterEach
    void tearDown() {
        forgetWhatSheHasDone();
        desk.takeEverythingBack();
        List.of(desk.author(), anna).forEach(Visitor::close);
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
    }

    @Test
    void a_block_is_moved_and_comes_back() {
        assertOrder("chairs-picture", "four-parts");

        assertThat(desk.act("moving", Map.of("block", "chairs-picture", "direction", "down"))
                        .text())
                .contains("The block is in another place.", "Moved by you");
        assertOrder("four-parts", "chairs-picture");
        assertThat(desk.send("moving", Map.of("block", "section.what-helps", "direction", "down"))
                        .status())
                .as("heads stay")
                .isEqualTo(400);
        assertThat(desk.send("moving", Map.of("block", "welcome", "direction", "up"))
                        .status())
                .as("nothing is before the first head")
                .isEqualTo(400);
        assertThat(desk.send("moving", Map.of("block", "welcome", "direction", "down", "seen", "0"))
                        .status())
                .as("somebody else has written since")
                .isEqualTo(409);

        assertThat(desk.act("moving", Map.of("block", "chairs-picture", "direction", "up"))
                        .text())
                .doesNotContain("Moved by you");
        assertOrder("chairs-picture", "four-parts");
    }

    @Test
    void which_answer_is_right_is_the_markets_where_it_says_so() {
        assertThat(desk.author()
                        .go(desk.place() + "/questions/q-which-sentence")
                        .text())
                .contains("Right above", "Here the same answers are right as above.");
        assertThat(desk.send("questions/q-which-sentence", Map.of("right", "b")).status())
                .as("the same as above")
                .isEqualTo(400);
        assertThat(desk.send("questions/q-which-sentence", Map.of("right", "z")).status())
                .as("no answer of it")
                .isEqualTo(400);

        desk.act("questions/q-which-sentence", Map.of("right", "d"));

        assertThat(desk.author()
                        .go(desk.place() + "/questions/q-which-sentence")
                        .text())
                .contains("Your market says itself which answers are right here.");
        assertThat(desk.author()
                        .go(desk.place() + "/texts/q-which-sentence/correct")
                        .status())
                .as("it is no text")
                .isEqualTo(404);
        answer("q-which-sentence", "d");
        String page = anna.go(SECTION).text();
        String question = page.substring(page.indexOf("id=\"q-which-sentence\""), page.indexOf("id=\"q-camera\""));
        assertThat(question).contains("Correct").doesNotContain("Not quite");
    }

    @Test
    void a_question_of_its_own_is_asked_in_its_place_and_counts() {
        Map<String, String> form = new HashMap<>(Map.of(
                "after", "welcome",
                "kind", "single",
                "prompt.en", "Whom do you ask in Vienna?",
                "text.a.en", "The works council",
                "feedback.a.en", "They know the agreement.",
                "text.b.en", "Nobody"));
        assertThat(desk.send("questions", form).status()).as("none is right").isEqualTo(400);
        form.put("right", "a");

        String page = desk.act("questions", form).text();
        assertThat(page).contains("Your question is in the course.", "Whom do you ask in Vienna?", "Right answers");

        String question = desk.page().find(QUESTION);
        assertThat(anna.go(SECTION).text())
                .contains("Whom do you ask in Vienna?", "The works council")
                .doesNotContain("They know the agreement.");
        answer(question, "a");
        assertThat(anna.go(SECTION).text()).contains("They know the agreement.");

        desk.act("leaving-out", Map.of("block", question));
        assertThat(anna.go(SECTION).text()).doesNotContain("Whom do you ask in Vienna?");
    }

    private void forgetWhatSheHasDone() {
        everywhere.change("delete e from mangrove_cell_eu.learning_enrolment e join mangrove_cell_eu.identity_person p"
                + " on p.tenant_id = e.tenant_id and p.id = e.person_id"
                + " where p.email like 'anna.huber@%' and e.course_slug = '" + COURSE + "'");
    }

    private void answer(String question, String option) {
        anna.submit(
                "/t/acme-at/courses/" + COURSE + "/blocks/" + question + "/answer", Map.of("answer", List.of(option)));
    }

    private void assertOrder(String first, String second) {
        String page = anna.go(SECTION).text();
        assertThat(page.indexOf("\"" + first + "\""))
                .as(first + " before " + second)
                .isPositive()
                .isLessThan(page.indexOf("\"" + second + "\""));
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn("acme-at", user, Learner.PASSWORD);
        visitor.submit("/t/acme-at/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }
}
