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

/** A market lets others read what it says itself, and takes it back. */
@ExtendWith(WholeStack.class)
class SharingIT {

    private static final String COURSE = DemonstrationCourse.FEEDBACK.slug();
    private static final String READ = "/e/acme/markets/shared/" + COURSE;
    private static final Pattern SHARING = Pattern.compile("/sharing/([0-9a-f-]{36})/ending\"");
    private static final Pattern SUGGESTION = Pattern.compile("name=\"sharing\" value=\"([0-9a-f-]{36})\"");

    private WholeStack.Site site;
    private Rows everywhere;
    private Visitor oliver;
    private LocalTexts germany;
    private LocalTexts austria;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        oliver = new Visitor(site, "en");
        oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
        germany = new LocalTexts(signedOn("acme-de", "jonas.weber"), "acme-de", COURSE);
        austria = new LocalTexts(signedOn("acme-at", "markus.bauer"), "acme-at", COURSE);
        List.of(germany, austria).forEach(LocalTexts::takeEverythingBack);
        germany.say("course", "title", Map.of("en", "Sharing feedback at work", "de", "Feedback teilen"), Map.of());
    }

    @AfterEach
    void tearDown() {
        while (germany.page().text().matches("(?s).*/sharing/[0-9a-f-]{36}/ending\".*")) {
            end();
        }
        until("nothing is shared", () -> count("mangrove_core.adaptation_shared") == 0);
        List.of(germany, austria).forEach(LocalTexts::takeEverythingBack);
        List.of(oliver, germany.author(), austria.author()).forEach(Visitor::close);
        everywhere.change("delete from mangrove_cell_eu.adaptation_sharing");
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
    }

    @Test
    void what_is_shared_with_everybody_is_read_above_taken_over_elsewhere_and_gone_when_it_is_taken_back() {
        assertThat(oliver.go(READ).text()).contains("Nothing is shared");
        share("", "everybody");

        until("headquarters reads it", () -> oliver.go(READ).text().contains("<ins>Sharing</ins> feedback at work"));
        assertThat(oliver.go(READ).text())
                .contains("Giving feedback at work", "Acme Germany", "Everybody may learn from it")
                .doesNotContain("Jonas", "Weber");
        assertThat(oliver.go("/e/acme/markets").text()).contains("Shared by one market");

        until(
                "another market reads it",
                () -> austria.page().text().contains("Other markets let you read one thing here"));
        String shared = austria.page("course", "title").find(SUGGESTION);
        assertThat(austria.act("sharing/taking-over", Map.of("sharing", shared, "block", "course", "field", "title"))
                        .text())
                .contains("You say it as <bdi>Acme Germany</bdi> does");
        assertThat(austria.page("course", "title").text())
                .contains("Feedback teilen", "As Acme Germany says it: It is said otherwise here");
        assertThat(austria.send("sharing/taking-over", Map.of("sharing", shared, "block", "course", "field", "title"))
                        .status())
                .as("twice")
                .isEqualTo(409);
        assertThat(austria.author().go("/t/acme-at/decisions").text()).contains("Taken over from another market");

        germany.say("course", "summary", "en", "What is said later");
        until(
                "what is said later follows",
                () -> count("mangrove_core.adaptation_shared where document like '%What is said later%'") == 1);

        end();
        until("it is gone above", () -> count("mangrove_core.adaptation_shared") == 0);
        until(
                "it is gone in the cells",
                () -> count("mangrove_cell_eu.adaptation_shared_copy")
                                + count("mangrove_cell_sa.adaptation_shared_copy")
                                + count("mangrove_cell_jp.adaptation_shared_copy")
                        == 0);
        assertThat(everywhere.number("select count(*) from mangrove_core.publication_entry"
                        + " where payload like '%Feedback teilen%' or payload like '%What is said later%'"))
                .as("the feed's chain, of which nothing can be taken out")
                .isZero();
        assertThat(oliver.go(READ).text()).contains("Nothing is shared").doesNotContain("Feedback teilen");
        assertThat(austria.page().text()).doesNotContain("Other markets let you read");
        assertThat(austria.page("course", "title").text())
                .as("what was taken over is Austria's own")
                .contains("Feedback teilen");
        assertThat(germany.page().text()).contains("Taken back");
        assertThat(germany.author().go("/t/acme-de/decisions").text())
                .contains("Shared for reading", "Sharing taken back");
    }

    @Test
    void one_text_for_headquarters_is_that_text_and_no_other_market_reads_it() {
        germany.say("course", "summary", "en", "Ask Jonas, jonas.weber@acme.example");
        assertThat(germany.author().go(germany.place() + "/sharing").text())
                .contains("This looks as if it were about people", "jonas.weber@acme.example");
        assertThat(germany.send("sharing", Map.of("audience", "headquarters", "until", ""))
                        .status())
                .as("without an end")
                .isEqualTo(400);

        share("course/title", "headquarters");

        until("headquarters reads it", () -> oliver.go(READ).text().contains("<ins>Sharing</ins> feedback at work"));
        assertThat(oliver.go(READ).text()).doesNotContain("jonas.weber", "Ask Jonas");
        assertThat(count("mangrove_core.adaptation_shared where document like '%jonas%'"))
                .isZero();
        assertThat(count("mangrove_cell_eu.adaptation_shared_copy")).isZero();
        assertThat(austria.page().text()).doesNotContain("Other markets let you read");
        assertThat(germany.send(
                                "sharing",
                                Map.of("subject", "course/title", "audience", "everybody", "until", "2031-01-31"))
                        .status())
                .as("shared already")
                .isEqualTo(409);

        everywhere.change("update mangrove_core.adaptation_shared set ends_at = now(6) - interval 1 second");
        assertThat(oliver.go(READ).text())
                .as("what has ended is not read, also before its cell says so")
                .contains("Nothing is shared");
    }

    private void share(String subject, String audience) {
        assertThat(germany.act(
                                "sharing",
                                Map.of(
                                        "subject",
                                        subject,
                                        "audience",
                                        audience,
                                        "until",
                                        "2031-01-31",
                                        "reason",
                                        "Everybody may learn from it"))
                        .text())
                .contains("It is shared.");
    }

    private void end() {
        germany.author().submit(germany.place() + "/sharing/" + germany.page().find(SHARING) + "/ending", Map.of());
    }

    private long count(String table) {
        return everywhere.number("select count(*) from " + table);
    }

    private Visitor signedOn(String tenant, String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(tenant, user, Learner.PASSWORD);
        visitor.submit("/t/" + tenant + "/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private static void until(String what, Patience.Question<Boolean> holds) {
        Patience.USUAL.until(what, holds);
    }
}
