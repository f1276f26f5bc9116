package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** An expert is asked for the smallest thing, is written to, and answers, once, within their minutes. */
@ExtendWith(WholeStack.class)
class ExpertsIT {

    private static final String CORE = "/e/borealis";
    private static final String COURSE = DemonstrationCourse.HYGIENE.slug();
    private static final String HELGA = "helga@borealis.example";
    private static final String MARIA = "maria@borealis.example";
    private static final String BYLINE = "Nils Petersen";
    private static final String NILS = "nils@borealis.example";
    private static final String TEXT = "soap-when/body";
    private static final String DOMAIN = "hygiene/DE";

    private WholeStack.Site site;
    private Stack stack;
    private Postbox postbox;
    private Rows core;
    private Visitor helga;
    private Visitor nils;
    private AskingExperts asking;
    private String expert;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack running, Postbox box) {
        site = where;
        stack = running;
        postbox = box;
        core = Rows.ofCore(stack);
        tidy();
        helga = signedOn("helga.brenner");
        nils = signedOn("nils.petersen");
        asking = new AskingExperts(CORE, COURSE);
        asking.become(helga, DOMAIN, 10).must();
        asking.beWrittenTo(helga, postbox, HELGA);
        expert = asking.offered(nils);
    }

    @AfterEach
    void tearDown() {
        tidy();
        List.of(helga, nils).forEach(Visitor::close);
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOnAt(CORE, "/experts", user, Learner.PASSWORD);
        return visitor;
    }

    /** Somebody of the market who works in the core, too, until the test ends. */
    private Visitor admitted(String user) {
        try (var market = new Visitor(site, "de")) {
            market.signOn("borealis-de", user, Learner.PASSWORD);
        }
        String subject =
                Rows.ofCell(stack, "eu").text("select subject from identity_person where email = ?", mail(user));
        new Operator(stack)
                .post(
                        "/operator/api/enterprises/borealis/core-members",
                        "application/json",
                        "{\"subject\":\"%s\",\"roles\":[\"AUTHOR\"]}".formatted(subject))
                .must();
        return signedOn(user);
    }

    private String actorOf(String user) {
        String sql = "select lower(hex(actor_id)) from identity_person where email = ?";
        return Rows.ofCell(stack, "eu")
                .find(sql, mail(user))
                .orElseGet(() -> core.text("select lower(hex(id)) from identity_core_member where byline = ?", BYLINE))
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String mail(String user) {
        return user + "@borealis-de.example";
    }

    private void tidy() {
        core.changeAll(List.of(
                "delete from expertise_ask",
                "delete from expertise_expert",
                "delete from mail_core_letter",
                "delete from mail_core_mailbox",
                "update identity_core_member set language_tag = null",
                "delete s from identity_core_session s join identity_core_member m on m.enterprise_id = s.enterprise_id"
                        + " and m.id = s.actor_id where m.byline is null and m.roles = 'AUTHOR'",
                "delete from identity_core_member where byline is null and roles = 'AUTHOR'",
                "update lineage_claim set taken_back_by = verified_by, taken_back_at = verified_at where subject = '"
                        + COURSE + "' and taken_back_at is null"));
    }

    @Test
    void what_was_asked_arrives_and_opening_the_link_changes_nothing_until_a_button_decides_once() {
        int before = postbox.to(HELGA).size();
        assertThat(asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE")
                        .text())
                .contains("the expert is told by mail");
        Postbox.Arrived letter = postbox.next(HELGA, before);

        assertThat(letter.subject()).isEqualTo("A question to you: about 3 minutes");
        assertThat(letter.language()).isEqualTo("en");
        assertThat(letter.text())
                .contains("confirm what a text says")
                .doesNotContain("Clostridioides", "Helga", "Nils", "Petersen");
        assertThat(letter.html()).contains("<html lang=\"en\" dir=\"ltr\">").doesNotContain("Clostridioides");
        String link = CORE + letter.link();
        try (var anybody = new Visitor(site, "en")) {
            String rows = rowsOfAsk();
            for (int scan = 0; scan < 3; scan++) {
                Answer shown = anybody.go(link);
                assertThat(shown.status()).isEqualTo(200);
                assertThat(shown.text()).contains("Clostridioides").contains("Infection Protection Act, section 23");
            }
            assertThat(anybody.ask("HEAD", link, Map.of(), new byte[0], name -> Stream.of())
                            .status())
                    .isEqualTo(200);
            assertThat(rowsOfAsk()).as("looking has no effect").isEqualTo(rows);

            Answer answered = anybody.submitForged(link, Map.of("verdict", List.of("YES"), "words", List.of("")));
            assertThat(answered.status()).as(answered.text()).isEqualTo(200);
            assertThat(answered.text()).contains("Your answer was written down.");

            for (Answer second :
                    List.of(anybody.go(link), anybody.submitForged(link, Map.of("verdict", List.of("YES"))))) {
                assertThat(second.status()).isEqualTo(404);
                assertThat(second.text())
                        .contains("Nothing waits behind this link")
                        .doesNotContain("Clostridioides", COURSE);
            }
            assertThat(anybody.go(CORE + "/experts").status())
                    .as("nobody was signed on")
                    .isNotEqualTo(200);
        }

        assertThat(core.text("select concat(state, ' ', verdict, ' ', via) from expertise_ask"))
                .isEqualTo("ANSWERED YES LINK");
        assertThat(core.number(
                        "select count(*) from lineage_claim c join expertise_ask a on c.verified_by = a.expert_id"
                                + " where c.subject = ? and c.taken_back_at is null and c.jurisdiction = 'DE'",
                        COURSE))
                .isEqualTo(1);
        assertThat(core.text("select body from governance_entry where kind = 'expert-confirmed' order by number desc"))
                .contains("\"via\":\"LINK\"")
                .contains(TEXT);
        assertThat(nils.go(CORE + "/masters/" + COURSE + "/experts").text()).contains("confirmed a claim");
        assertThat(helga.go(CORE + "/experts/me").text())
                .contains("What you have answered")
                .contains("3 min");
    }

    @Test
    void a_link_that_was_changed_is_over_is_another_cores_or_was_taken_back_decides_nothing() {
        int before = postbox.to(HELGA).size();
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        String link = postbox.next(HELGA, before).link();
        try (var anybody = new Visitor(site, "en")) {
            assertThat(anybody.go(CORE + link).status()).isEqualTo(200);
            String changed = link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0");
            assertThat(anybody.go(CORE + changed).status()).isEqualTo(404);
            assertThat(anybody.go("/e/acme" + link).status()).isEqualTo(404);
            assertThat(anybody.submitForged(CORE + changed, Map.of("verdict", List.of("YES")))
                            .status())
                    .isEqualTo(404);

            core.change("update expertise_ask set due_at = '2020-01-01'");
            assertThat(anybody.go(CORE + link).status()).as("late").isEqualTo(404);
            core.change("update expertise_ask set due_at = date_add(now(6), interval 7 day)");
            assertThat(anybody.go(CORE + link).status()).isEqualTo(200);

            nils.submit(CORE + "/experts/asks/" + asking.newest(nils) + "/withdrawal", Map.of())
                    .must();
            assertThat(anybody.go(CORE + link).status()).as("taken back").isEqualTo(404);
        }
        assertThat(core.text("select state from expertise_ask")).isEqualTo("WITHDRAWN");
    }

    @Test
    void counsel_is_written_to_without_a_link_that_decides_and_answers_after_signing_in() {
        int before = postbox.to(HELGA).size();
        asking.askForClaim(nils, expert, DOMAIN, "legal", TEXT, "DE").must();
        Postbox.Arrived letter = postbox.next(HELGA, before);

        assertThat(letter.text()).contains("please sign in").doesNotContain("/experts/link/");
        assertThat(letter.link()).startsWith("/experts/asks/");
        try (var anybody = new Visitor(site, "en")) {
            assertThat(anybody.go(CORE + letter.link()).text()).doesNotContain("Clostridioides");
        }
        String ask = asking.newest(nils);
        String place = CORE + "/experts/asks/" + ask;
        assertThat(nils.submit(place + "/answer", Map.of("verdict", List.of("YES")))
                        .status())
                .as("whoever asks does not answer")
                .isEqualTo(404);
        helga.go(place);
        assertThat(helga.submit(place + "/answer", Map.of("verdict", List.of("NO"), "words", List.of(" ")))
                        .text())
                .contains("Say why");
        assertThat(helga.submit(
                                place + "/answer",
                                Map.of("verdict", List.of("NO"), "words", List.of("Section 23 does not say so.")))
                        .status())
                .isEqualTo(200);

        assertThat(nils.go(place).text())
                .contains("Section 23 does not say so.")
                .contains("Not confirmed")
                .contains("after signing in");
        assertThat(core.number(
                        "select count(*) from lineage_claim where subject = ? and taken_back_at is null", COURSE))
                .isZero();
    }

    @Test
    void nobody_is_asked_for_more_minutes_than_they_give_and_what_is_taken_back_is_theirs_again() {
        for (int ask = 0; ask < 3; ask++) {
            asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        }
        LocalDate next = LocalDate.now(ZoneId.of("Europe/Berlin")).plusMonths(1).withDayOfMonth(1);

        Answer refused = asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("1 minute left this month")
                .contains(next.getDayOfMonth() + " ")
                .contains(Integer.toString(next.getYear()));
        nils.submit(CORE + "/experts/asks/" + asking.newest(nils) + "/withdrawal", Map.of())
                .must();
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        asking.become(helga, DOMAIN, 2).must();
        assertThat(asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE")
                        .text())
                .contains("the expert gives 2 minutes a month");
        assertThat(asking.askForClaim(nils, expert, "law/FR", "subject", TEXT, "DE")
                        .status())
                .as("what the expert does not know")
                .isEqualTo(400);
    }

    @Test
    void while_an_expert_is_away_somebody_else_is_asked_and_written_to_and_the_author_sees_it() {
        try (Visitor maria = admitted("maria.schulz")) {
            asking.become(maria, DOMAIN, 30).must();
            asking.beWrittenTo(maria, postbox, MARIA);
            String deputy = actorOf("maria.schulz");
            helga.go(CORE + "/experts/me");
            helga.submit(
                            CORE + "/experts/me/delegation",
                            Map.of(
                                    "delegate", List.of(deputy),
                                    "lastDay",
                                            List.of(LocalDate.now(ZoneOffset.UTC)
                                                    .plusDays(3)
                                                    .toString())))
                    .must();
            int before = postbox.to(MARIA).size();
            int beforeHelga = postbox.to(HELGA).size();

            asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();

            assertThat(postbox.next(MARIA, before).link()).startsWith("/experts/link/");
            assertThat(postbox.to(HELGA)).as("who is away").hasSize(beforeHelga);
            String ask = asking.newest(nils);
            assertThat(nils.go(CORE + "/experts/asks/" + ask).text())
                    .contains("instead of")
                    .contains(expert.substring(0, 8));
            helga.go(CORE + "/experts/me");
            assertThat(helga.submit(CORE + "/experts/asks/" + ask + "/answer", Map.of("verdict", List.of("YES")))
                            .status())
                    .as("who is away does not answer")
                    .isEqualTo(404);
            assertThat(maria.go(CORE + "/experts").text()).contains("/experts/asks/" + ask);

            core.change("update expertise_expert set delegated_through = '2020-01-01' where delegate_id is not null");
            asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
            assertThat(postbox.next(HELGA, beforeHelga).link())
                    .as("a delegation that is over counts no more")
                    .startsWith("/experts/link/");
        }
    }

    @Test
    void nobody_confirms_what_they_have_asked_themselves() {
        asking.become(nils, DOMAIN, 30).must();

        Answer refused = asking.askForClaim(nils, actorOf("nils.petersen"), DOMAIN, "subject", TEXT, "DE");

        assertThat(refused.text()).contains("Nobody confirms what they have asked themselves");
    }

    @Test
    void a_choice_between_two_wordings_is_handed_back_and_changes_nothing_by_itself() {
        int before = postbox.to(HELGA).size();
        asking.askForWording(nils, expert, DOMAIN, "subject", "soap-when/title", "When water and soap are needed")
                .must();
        String link = CORE + postbox.next(HELGA, before).link();
        try (var anybody = new Visitor(site, "en")) {
            assertThat(anybody.go(link).text())
                    .contains("When hand rub is not enough")
                    .contains("When water and soap are needed");
            assertThat(anybody.submitForged(link, Map.of("verdict", List.of("YES")))
                            .status())
                    .as("no answer to this")
                    .isEqualTo(400);
            anybody.submitForged(link, Map.of("verdict", List.of("SECOND"), "words", List.of("")))
                    .must();
        }

        assertThat(nils.go(CORE + "/experts/asks/" + asking.newest(nils)).text())
                .contains("The wording proposed")
                .contains("by the link in the mail");
        assertThat(nils.go(CORE + "/masters/" + COURSE + "/versions/1").text())
                .doesNotContain("When water and soap are needed");
    }

    @Test
    void what_is_late_is_told_to_whoever_asked_and_shown_where_minutes_run_short() {
        asking.beWrittenTo(nils, postbox, NILS);
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        assertThat(nils.go(CORE + "/experts/queue").text())
                .contains(DOMAIN)
                .contains("Not at this rate")
                .contains("Bottleneck");
        int before = postbox.to(NILS).size();

        core.change("update expertise_ask set due_at = '2020-01-01'");

        assertThat(nils.go(CORE + "/experts").text()).contains("Late");
        assertThat(postbox.next(NILS, before).subject()).isEqualTo("A question of yours was not answered in time");
        String ask = asking.newest(nils);
        helga.go(CORE + "/experts/asks/" + ask);
        helga.submit(CORE + "/experts/asks/" + ask + "/answer", Map.of("verdict", List.of("YES")))
                .must();
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(28);
        Answer sheet = helga.go(CORE + "/experts/queue/csv");
        assertThat(sheet.type()).startsWith("text/csv");
        assertThat(sheet.text()).contains("\"hygiene/DE\",\"1\",\"1\",\"0\",\"3\",\"4\",\"3\",\"" + day + "\"");
    }

    @Test
    void a_letter_is_in_the_language_and_direction_of_whoever_gets_it() {
        helga.go(CORE + "/experts");
        helga.submit(CORE + "/language", Map.of("language", List.of("ar"), "back", List.of("/experts")));
        core.change("update identity_core_member set language_tag = 'ar' where id = unhex(?)", expert.replace("-", ""));
        int before = postbox.to(HELGA).size();

        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();

        Postbox.Arrived letter = postbox.next(HELGA, before);
        assertThat(letter.subject()).startsWith("سؤال إليك");
        assertThat(letter.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void an_answer_to_a_text_that_is_another_now_is_refused_and_whoever_goes_is_forgotten() {
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        core.change("update expertise_ask set question = replace(question, 'Use soap', 'Take soap')");
        String ask = asking.newest(nils);
        helga.go(CORE + "/experts/asks/" + ask);

        assertThat(helga.submit(CORE + "/experts/asks/" + ask + "/answer", Map.of("verdict", List.of("YES")))
                        .text())
                .contains("The text has changed since you were asked");

        assertThat(core.text("select hex(address) from mail_core_mailbox"))
                .as("sealed")
                .doesNotContain(HexFormat.of().withUpperCase().formatHex(HELGA.getBytes(StandardCharsets.UTF_8)));
        new Operator(stack)
                .post("/operator/api/governance/borealis/forgotten/" + expert)
                .must();
        assertThat(core.number("select count(*) from mail_core_mailbox")).isZero();
        assertThat(core.number("select count(*) from mail_core_letter")).isZero();
        assertThat(core.number("select count(*) from expertise_expert")).isZero();
        assertThat(core.text("select state from expertise_ask")).isEqualTo("WITHDRAWN");
    }

    @Test
    @Tag("browser")
    void in_a_browser_without_a_session_the_link_is_read_and_answered_by_keyboard() {
        int before = postbox.to(HELGA).size();
        asking.askForClaim(nils, expert, DOMAIN, "subject", TEXT, "DE").must();
        String link = postbox.next(HELGA, before).link();
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            page.navigate(site.url() + CORE + link);

            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(page.locator("h1").innerText()).contains("Confirm a claim");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, so it is"))
                    .focus();
            page.keyboard().press("Enter");

            page.getByText("Your answer was written down.").waitFor();
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
        assertThat(Patience.USUAL.until(
                        "it is answered",
                        () -> core.text("select state from expertise_ask"),
                        state -> state.equals("ANSWERED")))
                .isEqualTo("ANSWERED");
    }

    private String rowsOfAsk() {
        return String.join("\n", core.lines("select * from expertise_ask"))
                + String.join("\n", core.lines("select count(*) from lineage_claim"))
                + String.join("\n", core.lines("select count(*) from governance_entry"));
    }
}
