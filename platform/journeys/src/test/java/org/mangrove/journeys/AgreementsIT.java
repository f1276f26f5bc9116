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

/** What a market says under an APPROVE lock is read when somebody else there has agreed to exactly these words, and not before. */
@ExtendWith(WholeStack.class)
class AgreementsIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String RULES = "/e/acme/masters/" + MASTER.slug() + "/rules";
    private static final String PLACE = "/t/acme-de/adaptations/agreements";
    private static final String TITLE = "Giving feedback at work";
    private static final String OURS = "Sharing feedback at work";
    private static final Pattern HEADING = Pattern.compile("<h1>(?:<[^>]*>)*([^<]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"agree\" value=\"([0-9a-f-]{36}:[0-9a-f]{64})\"");
    private static final Pattern ID = Pattern.compile("id=\"agreement-([0-9a-f-]{36})\"");

    private Rows eu;
    private Rows core;
    private WholeStack.Site site;
    private Visitor ingrid;
    private Visitor jonas;
    private Visitor sabine;
    private Visitor emre;
    private LocalTexts texts;
    private Operator operator;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        eu = Rows.ofCell(stack, "eu");
        core = Rows.ofCore(stack);
        operator = new Operator(stack);
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        jonas = signedOn("jonas.weber");
        sabine = signedOn("sabine.krueger");
        emre = signedOn(Learner.EMRE.user());
        texts = new LocalTexts(jonas, "acme-de", MASTER.slug());
        texts.takeEverythingBack();
        lock("course/title", "APPROVE");
    }

    @AfterEach
    void tearDown() {
        lift();
        operator.post(MASTER.packages(), "application/zip", MASTER.files().zipped())
                .must();
        Patience.USUAL.until(
                "the master is as it was", () -> title("acme-at", Learner.ANNA).equals(TITLE));
        texts.takeEverythingBack();
        eu.change("delete from adaptation_agreement");
        List.of(ingrid, jonas, sabine, emre).forEach(Visitor::close);
        eu.change("update identity_person set language_tag = null");
    }

    @Test
    void nobody_reads_it_before_somebody_else_agrees_to_exactly_these_words() {
        assertThat(texts.page("course", "title").text()).contains("Somebody else in your market has to agree");
        assertThat(texts.say("course", "title", "en", OURS).text())
                .contains("Readers see it as soon as somebody else in your market agrees.");
        assertThat(title()).isEqualTo(TITLE);
        assertThat(jonas.go("/t/acme-de/adaptations").text()).contains("One text waits for agreement");

        String waiting = sabine.go(PLACE).text();
        assertThat(waiting)
                .contains(
                        "<del>Giving</del>",
                        "<ins>Sharing</ins>",
                        "Jonas Weber",
                        "It is said otherwise here",
                        "Waits for you");
        String token = sabine.go(PLACE).find(TOKEN);
        assertThat(agree(sabine, token.replaceFirst(":.", ":" + (token.charAt(37) == 'a' ? 'b' : 'a')))
                        .text())
                .as("other words")
                .contains("These are not the words that you have read.");
        assertThat(agree(sabine, token).text()).contains("Agreed. Readers here see it now.");

        assertThat(title()).isEqualTo(OURS);
        assertThat(texts.page().text()).contains("Agreed to", "Sabine Krüger");
        assertThat(sabine.go("/t/acme-de/decisions").text()).contains("Agreed to words of a market");
        assertThat(agree(sabine, token).status()).as("once").isEqualTo(409);
    }

    @Test
    void whoever_wrote_it_does_not_agree_to_it_and_no_other_role_does() {
        LocalTexts.giveRoles(eu, "jonas.weber@acme-de.example", "AUTHOR,LEARNER,REVIEWER");
        try {
            texts.say("course", "title", "en", OURS);
            String token = sabine.go(PLACE).find(TOKEN);

            assertThat(jonas.go(PLACE).text())
                    .contains("Waits for somebody else")
                    .doesNotContain(token);
            assertThat(agree(jonas, token).text()).contains("Nobody agrees to their own words.");
            assertThat(jonas.send(PLACE + "/" + token.substring(0, 36) + "/declining", Map.of("reason", List.of("No")))
                            .status())
                    .isEqualTo(409);
        } finally {
            LocalTexts.giveRoles(eu, "jonas.weber@acme-de.example", "AUTHOR,LEARNER");
        }
        String token = sabine.go(PLACE).find(TOKEN);
        assertThat(agree(jonas, token).status()).isEqualTo(403);
        assertThat(emre.go(PLACE).status()).isEqualTo(403);
        assertThat(title()).isEqualTo(TITLE);
    }

    @Test
    void it_is_declined_with_a_reason_taken_back_or_replaced_and_readers_see_nothing_of_it() {
        texts.say("course", "title", "en", OURS);
        String first = sabine.go(PLACE).find(ID);
        assertThat(sabine.send(PLACE + "/" + first + "/declining", Map.of("reason", List.of(" ")))
                        .text())
                .contains("Say why");
        assertThat(sabine.submit(PLACE + "/" + first + "/declining", Map.of("reason", List.of("Too long for us")))
                        .text())
                .contains("Not agreed. Whoever wrote it sees why.", "Too long for us");
        assertThat(jonas.go(PLACE).text()).contains("Too long for us", "Sabine Krüger");

        texts.say("course", "title", "en", OURS);
        String second = sabine.go(PLACE).find(TOKEN);
        assertThat(texts.send("texts/course/title", Map.of("words.en", OURS)).text())
                .contains("Exactly this waits for agreement already.");
        texts.say("course", "title", "en", "Feedback, shared");
        assertThat(agree(sabine, second).text()).as("replaced").contains("was answered or taken back meanwhile");
        String third = sabine.go(PLACE).find(ID);
        assertThat(jonas.submit(PLACE + "/" + third + "/withdrawal", Map.of()).text())
                .contains("Taken back. Nobody has to look at it any more.", "Nothing waits");
        assertThat(title()).isEqualTo(TITLE);
    }

    @Test
    void several_are_agreed_to_at_once_and_what_has_changed_above_is_not() {
        lift();
        lock("", "APPROVE");
        texts.say("course", "title", "en", OURS);
        texts.say("course", "summary", "en", "Our own summary");
        texts.act("leaving-out", Map.of("block", "welcome"));
        texts.act("insertions", Map.of("after", "four-parts", "body.en", "We *speak* at the board."));
        Answer page = sabine.go(PLACE);
        assertThat(page.text())
                .contains("Agree to several at once", "would be left out", "would be added", "We *speak*");
        List<String> tokens = TOKEN.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(tokens).hasSize(4);

        operator.post(
                        MASTER.packages(),
                        "application/zip",
                        MASTER.retitled("Honest words at work").zipped())
                .must();
        Patience.USUAL.until("the master has changed", () -> title().equals("Honest words at work"));
        assertThat(sabine.go(PLACE).text()).contains("What comes from above has changed since this was written.");
        assertThat(sabine.send(PLACE + "/agreeing", Map.of("agree", tokens)).status())
                .as("all or nothing")
                .isEqualTo(409);
        assertThat(course()).doesNotContain("Our own summary");

        List<String> left = TOKEN.matcher(sabine.go(PLACE).text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(left).hasSize(3);
        assertThat(sabine.submit(PLACE + "/agreeing", Map.of("agree", left)).text())
                .contains("Agreed to 3 texts. Readers here see them now.");
        assertThat(course()).contains("Our own summary");
    }

    @Test
    void what_was_agreed_to_stays_agreed_to_and_nobody_agrees_by_keeping_it() {
        texts.say("course", "title", "en", OURS);
        agree(sabine, sabine.go(PLACE).find(TOKEN));
        operator.post(
                        MASTER.packages(),
                        "application/zip",
                        MASTER.retitled("Honest words at work").zipped())
                .must();
        Patience.USUAL.until(
                "it waits for somebody", () -> texts.page().text().contains("One text waits for a decision"));

        texts.act("keeping", Map.of("subject", "course/title"));
        assertThat(title()).isEqualTo(OURS);
        lift();
        lock("course/title", "APPROVE");
        assertThat(texts.page("course", "title").text())
                .as("a lock that came after the agreement asks anew, and lets it stand for a while")
                .contains("This was locked after you changed it.");
        assertThat(title()).isEqualTo(OURS);
    }

    private static Answer agree(Visitor who, String token) {
        return who.submit(PLACE + "/agreeing", Map.of("agree", List.of(token)));
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn("acme-de", user, Learner.PASSWORD);
        visitor.submit("/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private String title() {
        return emre.go("/t/acme-de/courses/" + MASTER.slug()).find(HEADING);
    }

    private String title(String tenant, Learner learner) {
        try (var visitor = new Visitor(site, "en")) {
            visitor.signOn(learner);
            visitor.submit(learner.at("/language"), Map.of("language", List.of("en"), "back", List.of("/catalogue")));
            return visitor.go("/t/" + tenant + "/courses/" + MASTER.slug()).find(HEADING);
        }
    }

    private String course() {
        return emre.go("/t/acme-de/courses/" + MASTER.slug()).text();
    }

    private void lock(String target, String hold) {
        ingrid.submit(RULES + "/locks", RulesForm.lock(target, hold, 30));
        heard(1);
    }

    private void lift() {
        core.read("select lower(hex(id)) from lineage_lock where lifted_at is null", List.of(), row -> row.getString(1))
                .forEach(id -> ingrid.submit(
                        RULES + "/locks/" + id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                                + "/lifting",
                        Map.of()));
        heard(0);
    }

    private void heard(long locks) {
        Patience.USUAL.until(
                "the cell has heard what is locked",
                () -> eu.number(
                                "select count(*) from lineage_rules_copy where subject = ?"
                                        + " and document like '%\"hold\":%'",
                                MASTER.slug())
                        == locks);
    }
}
