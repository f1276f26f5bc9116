package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A market says a course in its own way, and nothing of that is lost when the course changes above. */
@ExtendWith(WholeStack.class)
class AdaptationsIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String TITLE = "Giving feedback at work";
    private static final Pattern HEADING = Pattern.compile("<h1>(?:<[^>]*>)*([^<]+)");
    private static final String OURS = "Sharing feedback at work";

    private WholeStack.Site site;
    private Rows everywhere;
    private Operator operator;
    private Visitor jonas;
    private LocalTexts texts;
    private Visitor emre;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        operator = new Operator(stack);
        jonas = signedOn("jonas.weber");
        texts = new LocalTexts(jonas, "acme-de", MASTER.slug());
        texts.takeEverythingBack();
        emre = signedOn(Learner.EMRE.user());
    }

    @AfterEach
    void tearDown() {
        publish(MASTER.files());
        until(
                "the cell has the master as it was",
                () -> versions("mangrove_cell_eu.content_version_copy c"
                                + " join mangrove_cell_eu.tenancy_enterprise e on e.enterprise_id = c.enterprise_id")
                        == versions("mangrove_core.content_asset_version c"
                                + " join mangrove_core.tenancy_enterprise e on e.enterprise_id = c.enterprise_id"));
        texts.takeEverythingBack();
        List.of(jonas, emre).forEach(Visitor::close);
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
    }

    @Test
    void what_a_market_says_is_read_there_at_once_and_nowhere_else() {
        Answer said = texts.say("course", "title", Map.of("en", OURS, "de", "Rückmeldung bei uns"), Map.of());

        assertThat(said.text()).contains("Saved. Readers here see it now.", OURS);
        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        try (var anna = signedOn(Learner.ANNA)) {
            assertThat(title(anna, "acme-at")).isEqualTo(TITLE);
        }

        texts.act("restoring", Map.of("revision", "0"));
        assertThat(title(emre, "acme-de")).isEqualTo(TITLE);
        assertThat(texts.page().text()).contains("Went back to revision", "Jonas Weber", "It is said otherwise here");
    }

    @Test
    void what_ends_is_applied_until_its_last_day() {
        texts.say("course", "title", Map.of("en", OURS), Map.of("until", "2020-01-01"));
        assertThat(title(emre, "acme-de")).as("a day that is over").isEqualTo(TITLE);

        texts.say("course", "title", Map.of("en", OURS), Map.of("until", RulesForm.FAR_AHEAD));

        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        assertThat(texts.page("course", "title").text()).contains("Ends");
    }

    @Test
    void a_market_keeps_its_word_when_the_master_changes_the_same_until_somebody_decides() {
        texts.say("course", "title", "en", OURS);
        publish(MASTER.retitled("Honest words at work"));
        until("it waits for somebody", () -> texts.page().text().contains("One text waits for a decision"));

        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        assertThat(texts.page("course", "title").text())
                .contains("<del>Giving feedback</del>", "<ins>Honest words</ins>", "In dispute");
        assertThat(jonas.go("/t/acme-de/adaptations").text()).contains("Waits for you");

        assertThat(texts.act("keeping", Map.of("subject", "course/title")).text())
                .contains("Your words stay as they are.")
                .doesNotContain("waits for a decision");
        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        assertThat(texts.send("keeping", Map.of("subject", "course/title")).status())
                .as("there is nothing to decide any more")
                .isEqualTo(409);

        texts.act("accepting", Map.of("subject", "course/title"));
        assertThat(title(emre, "acme-de")).isEqualTo("Honest words at work");
    }

    @Test
    void what_both_have_changed_apart_from_each_other_is_joined_all_at_once() {
        texts.say("course", "title", "en", OURS);
        publish(MASTER.retitled(TITLE + ", every day"));
        until("it can be joined", () -> texts.page().text().contains("One change can be taken over"));
        until("it is written down", () -> standing().contains("\"joinable\":1"));
        assertThat(title(emre, "acme-de"))
                .as("a major change is not joined unasked")
                .isEqualTo(OURS);

        assertThat(texts.act("joining", Map.of()).text()).contains("One change was taken over.");

        assertThat(title(emre, "acme-de")).isEqualTo(OURS + ", every day");
        assertThat(texts.send("joining", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void what_is_minor_goes_on_by_itself_and_what_is_undone_stays_undone() {
        texts.say("course", "title", "en", OURS);
        publish(minor(MASTER.retitled(TITLE + ", every day")));

        Patience.USUAL.until("it is joined", () -> title(emre, "acme-de"), (OURS + ", every day")::equals);
        assertThat(texts.page().text()).contains("Taken over by itself", "By itself");

        texts.act("restoring", Map.of("revision", "1"));
        texts.say("course", "summary", "en", "Our own summary");
        until("it was looked at again", () -> standing().contains("\"own\":2"));
        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        assertThat(texts.page().text()).contains("One change can be taken over");
    }

    @Test
    void what_is_minor_waits_while_any_of_it_is_in_dispute_and_goes_on_when_that_is_decided() {
        texts.say("course", "title", "en", OURS);
        texts.say("course", "summary", "en", "Our own summary");
        publish(minor(MASTER.retitled(TITLE + ", every day"))
                .with("words/en.yaml", words -> words.replaceFirst("(?m)^summary: .*$", "summary: Another one")));
        until(
                "one waits, and one could be joined",
                () -> standing().contains("\"joinable\":1") && standing().contains("\"waiting\":1"));
        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
        assertThat(texts.page().text()).contains("To be decided by");

        texts.act("keeping", Map.of("subject", "course/summary"));

        until("the rest went on", () -> title(emre, "acme-de").equals(OURS + ", every day"));
        assertThat(course()).contains("Our own summary");
    }

    @Test
    void what_was_written_against_a_text_that_the_law_has_withdrawn_is_kept_and_not_shown() {
        texts.say("course", "summary", "en", "Our own summary");
        assertThat(course()).contains("Our own summary");

        publish(MASTER.files()
                .with("course.yaml", facts -> facts + "\nchange: regulatory\n")
                .with("words/en.yaml", words -> words.replaceFirst("(?m)^summary: .*$", "summary: New by law")));

        until("the law's text is shown", () -> course().contains("New by law"));
        assertThat(course()).doesNotContain("Our own summary");
        assertThat(texts.page("course", "summary").text())
                .contains("The law no longer allows what you wrote this against.", "Our own summary");
        assertThat(texts.send("joining", Map.of()).status()).isEqualTo(409);

        texts.act("keeping", Map.of("subject", "course/summary"));
        assertThat(course()).contains("Our own summary");

        texts.takeEverythingBack();
        publish(MASTER.files());
        until("the master says again what it said", () -> !course().contains("New by law"));
        texts.say("course", "summary", "en", "Our own summary");
        assertThat(course())
                .as("what the law has withdrawn before, it allows again")
                .contains("Our own summary");
    }

    @Test
    void a_market_leaves_blocks_out_and_adds_its_own() {
        String section = "/t/acme-de/courses/" + MASTER.slug() + "/sections/what-helps";
        emre.submit("/t/acme-de/courses/" + MASTER.slug() + "/enrolment", Map.of());
        assertThat(emre.go(section).text()).contains("The sentence nobody said");

        texts.act("leaving-out", Map.of("block", "welcome"));
        texts.act(
                "insertions",
                Map.of("after", "four-parts", "heading.en", "On the line", "body.en", "We *speak* at the board."));

        assertThat(emre.go(section).text())
                .doesNotContain("The sentence nobody said")
                .contains("On the line", "We <em>speak</em> at the board.");
        assertThat(texts.page().text()).contains("Left out by you", "Your own");

        texts.act("accepting", Map.of("subject", "welcome hidden"));
        assertThat(emre.go(section).text()).contains("The sentence nobody said");
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told_and_keeps_what_was_written() {
        String seen = texts.seen();
        texts.say("course", "title", "en", OURS);

        Answer second =
                texts.send("texts/course/summary", Map.of("seen", seen, "words.en", "Another summary altogether"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .contains("Somebody else has changed this course meanwhile.", "Another summary altogether");
        assertThat(title(emre, "acme-de")).isEqualTo(OURS);
    }

    @Test
    void what_makes_no_sense_is_told_and_changes_nothing() {
        String seen = texts.seen();

        assertThat(wrong(Map.of("words.en", ""))).contains("Write something in at least one language.");
        assertThat(wrong(Map.of("words.en", OURS, "reason", " "))).contains("Say why");
        assertThat(wrong(Map.of("words.en", OURS, "until", "soon"))).contains("Choose a day from today on");
        assertThat(wrong(Map.of("words.en", OURS, "until", "2999-12-31"))).contains("at most 10 years");
        assertThat(wrong(Map.of("words.en", OURS, "seen", "-1"))).contains("Load it anew");
        assertThat(wrong(Map.of("words.en", "x".repeat(20_001)))).contains("longer than 20.000");
        assertThat(texts.send("texts/course/nothing", Map.of("words.en", OURS)).status())
                .isEqualTo(404);
        assertThat(texts.send("leaving-out", Map.of("block", "course")).status())
                .isEqualTo(400);
        assertThat(texts.send("restoring", Map.of("revision", "999999")).status())
                .isEqualTo(404);
        assertThat(texts.seen()).isEqualTo(seen);
    }

    @Test
    void headquarters_sees_how_far_a_market_is_and_none_of_its_words() {
        texts.say("course", "title", Map.of("en", OURS, "de", "Rückmeldung bei uns"), Map.of());
        publish(MASTER.retitled("Honest words at work"));

        try (var ingrid = new Visitor(site, "en")) {
            ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
            String markets = "/e/acme/markets?concern=waiting";
            until("headquarters has heard", () -> ingrid.go(markets).text().contains("One to decide"));

            assertThat(ingrid.go(markets).text())
                    .contains("Honest words at work", "Decide by", "Drift")
                    .doesNotContain(OURS, "Rückmeldung bei uns");
            assertThat(ingrid.go("/e/acme/markets/export").text())
                    .contains("\"" + MASTER.slug() + "\",\"acme-de\",\"1\",\"1\"")
                    .doesNotContain(OURS, "Rückmeldung bei uns");
        }
        assertThat(everywhere.number(
                        "select count(*) from mangrove_core.adaptation_market where document like ?", "%" + OURS + "%"))
                .isZero();
    }

    @Test
    void reviewers_look_and_authors_write() {
        try (var sabine = signedOn("sabine.krueger")) {
            var looked = new LocalTexts(sabine, "acme-de", MASTER.slug());

            assertThat(looked.page().text()).contains("The whole course").doesNotContain("name=\"seen\"");
            assertThat(sabine.send(looked.place() + "/restoring", Map.of("seen", List.of("0")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(emre.go(texts.place()).status()).isEqualTo(403);
    }

    private long versions(String of) {
        return everywhere.number("select count(*) from " + of + " where e.slug = 'acme'");
    }

    private static EditedFolder minor(EditedFolder files) {
        return files.with("course.yaml", facts -> facts + "\nchange: minor\n");
    }

    /** How the course stands in the market, as it was written down. */
    private String standing() {
        return everywhere.text("select s.document from mangrove_cell_eu.adaptation_standing s"
                + " join mangrove_cell_eu.tenancy_tenant t on t.tenant_id = s.tenant_id"
                + " where t.slug = 'acme-de' and s.course_slug = '" + MASTER.slug() + "'");
    }

    private String wrong(Map<String, String> values) {
        Answer answer = texts.send("texts/course/title", values);
        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn("acme-de", user, Learner.PASSWORD);
        visitor.submit("/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private Visitor signedOn(Learner learner) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(learner);
        visitor.submit(learner.at("/language"), Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private String course() {
        return emre.go("/t/acme-de/courses/" + MASTER.slug()).text();
    }

    private static String title(Visitor visitor, String tenant) {
        return visitor.go("/t/" + tenant + "/courses/" + MASTER.slug()).find(HEADING);
    }

    private void publish(EditedFolder files) {
        operator.post(MASTER.packages(), "application/zip", files.zipped()).must();
    }

    private static void until(String what, Patience.Question<Boolean> holds) {
        Patience.USUAL.until(what, holds);
    }
}
