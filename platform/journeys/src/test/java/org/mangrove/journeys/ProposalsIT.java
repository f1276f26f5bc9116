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

/** A market makes a text better and offers it; headquarters takes it over or says why not. */
@ExtendWith(WholeStack.class)
class ProposalsIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String OURS = "Sharing feedback at work";
    private static final Pattern PROPOSAL = Pattern.compile("/proposals/([0-9a-f-]{36})\"");
    private static final Pattern OFFER = Pattern.compile("/offers/([0-9a-f-]{36})/withdrawal\"");

    private WholeStack.Site site;
    private Rows everywhere;
    private Operator operator;
    private Visitor oliver;
    private LocalTexts desk;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        operator = new Operator(stack);
        oliver = new Visitor(site, "en");
        oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
        desk = new LocalTexts(signedOn("acme-de", "jonas.weber"), "acme-de", MASTER.slug());
        desk.takeEverythingBack();
        desk.say("course", "title", Map.of("en", OURS), Map.of());
    }

    @AfterEach
    void tearDown() {
        operator.post(MASTER.packages(), "application/zip", MASTER.files().zipped())
                .must();
        desk.takeEverythingBack();
        List.of(oliver, desk.author()).forEach(Visitor::close);
        everywhere.change("delete from mangrove_cell_eu.adaptation_offer");
        everywhere.change("delete from mangrove_core.adaptation_proposal");
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
    }

    @Test
    void what_is_taken_over_is_everybodys_with_thanks_and_the_market_gives_way_to_it() {
        String preview =
                desk.author().go(desk.place() + "/offers/texts/course/title").text();
        assertThat(preview)
                .contains("What is sent", OURS, "Giving feedback at work", "It is said otherwise here", "Jonas Weber");

        offer("name");
        String proposal = heard();
        assertThat(oliver.go("/e/acme/proposals/" + proposal).text())
                .contains("Jonas Weber", "<ins>", "Waits for an answer", "It is said otherwise here");
        assertThat(oliver.submit(
                                "/e/acme/proposals/" + proposal + "/acceptance",
                                Map.of("change", List.of("MINOR"), "answer", List.of("Thank you")))
                        .text())
                .contains("Taken over in version");

        assertThat(oliver.go("/e/acme/masters/" + MASTER.slug()).text()).contains("Thanks to", "Jonas Weber");
        try (var anna = signedOn("acme-at", "anna.huber")) {
            until(
                    "another market reads it, too",
                    () -> anna.go("/t/acme-at/courses/" + MASTER.slug()).text().contains(OURS));
        }
        until("the market hears of it", () -> desk.page().text().contains("Taken over"));
        assertThat(desk.page().text())
                .contains("Thank you", "Your text is now the master")
                .doesNotContain("offers/texts/course/title");
        assertThat(everywhere.text("select document from mangrove_cell_eu.lineage_local_overlay o"
                        + " join mangrove_cell_eu.tenancy_tenant t on t.tenant_id = o.tenant_id"
                        + " where t.slug = 'acme-de' and o.asset_slug = '" + MASTER.slug() + "'"))
                .as("the market's own word has given way")
                .doesNotContain(OURS);
        assertThat(desk.author().go("/t/acme-de/decisions").text())
                .contains("Offered to headquarters", "Our words are the master");
        assertThat(oliver.send(
                                "/e/acme/proposals/" + proposal + "/declining",
                                Map.of("answer", List.of("On second thoughts")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_is_not_taken_over_stays_the_markets_and_nothing_else_was_seen() {
        desk.say("course", "summary", "en", "Our own secret summary");
        offer("market");
        String proposal = heard();
        assertThat(oliver.go("/e/acme/proposals/" + proposal).text())
                .contains("<ins>Sharing</ins> feedback at work")
                .doesNotContain("Jonas Weber", "Our own secret summary");

        assertThat(oliver.send("/e/acme/proposals/" + proposal + "/declining", Map.of("answer", List.of(" ")))
                        .status())
                .isEqualTo(400);
        oliver.submit(
                "/e/acme/proposals/" + proposal + "/declining",
                Map.of("answer", List.of("We speak of giving elsewhere, too")));

        until("the market hears why", () -> desk.page().text().contains("We speak of giving elsewhere, too"));
        assertThat(desk.page().text()).contains("Not taken over", OURS);
        assertThat(
                        everywhere.number(
                                "select count(*) from mangrove_core.adaptation_proposal where document like '%Our own secret%'"))
                .isZero();
    }

    @Test
    void a_market_thinks_better_of_it() {
        offer("market");
        String proposal = heard();
        assertThat(desk.author()
                        .send(desk.place() + "/offers/texts/course/title", Map.of("credit", List.of("market")))
                        .status())
                .as("twice")
                .isEqualTo(409);

        desk.author().submit(desk.place() + "/offers/" + desk.page().find(OFFER) + "/withdrawal", Map.of());

        until(
                "headquarters hears of it",
                () -> oliver.go("/e/acme/proposals/" + proposal).text().contains("Withdrawn"));
        assertThat(oliver.send(
                                "/e/acme/proposals/" + proposal + "/acceptance",
                                Map.of("change", List.of("MINOR"), "answer", List.of("")))
                        .status())
                .isEqualTo(409);
        assertThat(desk.author()
                        .go(desk.place() + "/offers/texts/course/summary")
                        .status())
                .as("nothing of the market's own")
                .isEqualTo(404);
    }

    private void offer(String credit) {
        assertThat(desk.author()
                        .submit(desk.place() + "/offers/texts/course/title", Map.of("credit", List.of(credit)))
                        .text())
                .contains("The text is offered.");
    }

    private String heard() {
        return Patience.USUAL
                .until(
                        "headquarters has heard of it",
                        () -> oliver.go("/e/acme/proposals"),
                        list -> list.text().contains("Waits for an answer"))
                .find(PROPOSAL);
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
