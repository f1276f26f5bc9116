package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.journeys.DemonstrationCourse.HYGIENE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What the law demands of Borealis is published once those have agreed who have to, and by somebody who has not written it. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class ApprovalIT {

    private static final String CORE = "/e/borealis";
    private static final String RIGHTS = CORE + "/approvals/rights";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private WholeStack.Site site;
    private Operator operator;
    private Rows core;
    private Visitor helga;
    private Visitor nils;
    private Visitor vera;
    private Visitor paul;
    private Candidates candidates;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        this.site = site;
        operator = new Operator(stack);
        core = Rows.ofCore(stack);
        helga = signedOn("helga.brenner");
        nils = signedOn("nils.petersen");
        vera = signedOn("vera.lindqvist");
        paul = signedOn("paul.arndt");
        candidates = new Candidates(nils, CORE);
        seat("legal", "Vera Lindqvist");
        seat("subject-expert", "Paul Arndt");
    }

    @AfterEach
    void tearDown() {
        core.change("update approval_seat set ended_at = given_at, ended_by = given_by where ended_at is null");
        core.change("update approval_submission set state = 'WITHDRAWN', is_open = 0 where course_slug = '"
                + HYGIENE.slug() + "' and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')");
        operator.post(HYGIENE.packages(), "application/zip", HYGIENE.files().zipped())
                .must();
        List.of(helga, nils, vera, paul).forEach(Visitor::close);
    }

    @Test
    void a_change_of_the_law_is_agreed_to_in_two_lanes_and_published_by_another_than_its_author() {
        EditedFolder first = regulatory("The law asks for it since today.");
        String before = versions();

        nils.go(CORE + "/masters");
        assertThat(nils.uploadPackage(CORE + "/masters", first.zipped()).text())
                .as("published directly")
                .contains("this lane has to agree: legal", "this lane has to agree: subject expert", "four eyes")
                .contains("Hand it in under Approvals");
        Answer refused = operator.post(HYGIENE.packages(), "application/zip", first.zipped());
        assertThat(refused.status()).as("by an operator's command").isEqualTo(400);
        assertThat(refused.text()).contains("approval.gate.lane");
        assertThat(versions()).isEqualTo(before);

        String id = candidates.begin(first);
        assertThat(vera.go(candidates.place(id)).status())
                .as("a draft is its author's")
                .isEqualTo(404);
        candidates.putForward(id);
        String seen = candidates.seen(id);

        assertThat(vera.go(CORE + "/approvals").text())
                .contains("Hand hygiene basics")
                .contains("Regulatory");
        assertThat(vera.go(candidates.place(id)).text())
                .as("what is new, word by word")
                .contains("<ins>The law asks for it since today</ins>");
        assertThat(Candidates.say(nils, candidates.place(id), "legal", "approved", seen)
                        .status())
                .as("who sits in no lane")
                .isEqualTo(403);
        assertThat(Candidates.say(vera, candidates.place(id), "legal", "approved", seen)
                        .text())
                .contains("What you think was noted.");
        assertThat(Candidates.say(paul, candidates.place(id), "subject-expert", "changes-asked", seen)
                        .text())
                .contains("Asks for a change");
        assertThat(nils.go(CORE + "/approvals").text())
                .as("waits for its author")
                .contains("Hand hygiene basics");

        assertThat(handIn(id, regulatory("The law asks for it since this day.")).text())
                .contains("Asked again since revision 2");
        Answer late = Candidates.say(vera, candidates.place(id), "legal", "approved", seen);
        assertThat(late.status()).as("about what is not there any more").isEqualTo(409);
        assertThat(late.text())
                .contains("Somebody has handed in another revision")
                .as("what was written is there")
                .contains("I have looked at all of it.");

        String now = candidates.seen(id);
        assertThat(now).isNotEqualTo(seen);
        Candidates.say(vera, candidates.place(id), "legal", "approved", now);
        Candidates.say(paul, candidates.place(id), "subject-expert", "approved", now);
        assertThat(nils.go(CORE + "/masters").text()).contains("Approved");
        assertThat(nils.submit(candidates.place(id) + "/publication", Map.of("seen", List.of(now)))
                        .status())
                .as("by its author")
                .isEqualTo(403);
        assertThat(versions()).isEqualTo(before);

        helga.go(candidates.place(id));
        assertThat(helga.submit(candidates.place(id) + "/publication", Map.of("seen", List.of(now)))
                        .text())
                .contains("Published as version");
        assertThat(versions()).isNotEqualTo(before);
        assertThat(helga.go(CORE + "/governance/decisions").text())
                .contains("Version published", "Agreed in a lane", "Change asked for in a lane", "Candidate changed")
                .contains("Candidate put forward", "Seat given", "Vera Lindqvist");
        assertThat(helga.go(CORE + "/governance/decisions").text()).doesNotContain("alert tone-danger");
    }

    @Test
    void a_draft_ends_with_what_was_agreed_to_and_goes_on_from_it_if_somebody_has_written_meanwhile() {
        seat("works-council", "Vera Lindqvist");
        var ended = medication("medication-by-mouth");
        String first = agreed(ended);
        assertThat(ended.page().text()).as("until it is published").contains("Publish");
        publish(first);

        var goesOn = medication("medication-by-needle");
        String second = agreed(goesOn);
        String text = goesOn.insert("text", "section.part-1");
        goesOn.write(text, Map.of("words.body", List.of("Count the needles afterwards.")));
        publish(second);

        nils.go(CORE + "/drafts");
        assertThat(nils.submit(CORE + "/drafts", Map.of("course", List.of("medication-by-mouth")))
                        .address()
                        .getPath())
                .as("its draft has ended, so that this is a new one")
                .doesNotEndWith(ended.id());
        assertThat(nils.submit(CORE + "/drafts", Map.of("course", List.of("medication-by-needle")))
                        .address()
                        .getPath())
                .as("people work on it still")
                .endsWith(goesOn.id());
        assertThat(nils.go(goesOn.home() + "/release").text())
                .contains("Count the needles afterwards.")
                .doesNotContain("Another version was published meanwhile");
    }

    /** A course of a kind of which others have to agree to every version. */
    private DraftedCourse medication(String key) {
        var draft = DraftedCourse.begun(nils, CORE);
        draft.write("course", Map.of("words.summary", List.of("What is given, and what is written down.")));
        draft.write("section.part-1", Map.of("words.title", List.of("Before you begin")));
        String text = draft.insert("text", "section.part-1");
        draft.write(text, Map.of("words.body", List.of("Read the label three times.")));
        assertThat(draft.describe(key).text()).contains("Saved.");
        return draft;
    }

    private String agreed(DraftedCourse draft) {
        assertThat(nils.go(draft.home() + "/release").text()).contains("Nothing is missing.");
        String id = BroughtDocument.idOf(
                nils.submit(draft.home() + "/release/submission", Map.of("change", List.of("regulatory")))
                        .must());
        candidates.putForward(id);
        String seen = candidates.seen(id);
        Candidates.say(vera, candidates.place(id), "legal", "approved", seen);
        Candidates.say(vera, candidates.place(id), "works-council", "approved", seen);
        Candidates.say(paul, candidates.place(id), "subject-expert", "approved", seen);
        return id;
    }

    private void publish(String submission) {
        String seen = candidates.seen(submission);
        helga.go(candidates.place(submission));
        assertThat(helga.submit(candidates.place(submission) + "/publication", Map.of("seen", List.of(seen)))
                        .text())
                .contains("Published as version");
    }

    @Test
    void somebody_speaks_in_anothers_place_until_a_day_and_passes_it_on_to_nobody() {
        String id = candidates.begin(regulatory("In her place."));
        candidates.putForward(id);
        String seat = vera.go(RIGHTS).find(Pattern.compile("<option value=\"([0-9a-f-]{36})\""));

        assertThat(vera.submit(RIGHTS + "/loans", loan(seat, "Paul Arndt", Candidates.LAST_DAY))
                        .text())
                .contains("The seat was lent.")
                .contains("for");
        assertThat(vera.submit(RIGHTS + "/loans", loan(seat, "Paul Arndt", "2999-01-01"))
                        .status())
                .as("for longer than a year")
                .isEqualTo(400);
        assertThat(Candidates.say(paul, candidates.place(id), "legal", "approved", candidates.seen(id))
                        .text())
                .containsPattern("\\(for .*Vera Lindqvist");
        String lent = core.text("select hex(id) from approval_seat where lent_by is not null order by id desc limit 1");
        paul.go(RIGHTS);
        assertThat(paul.submit(RIGHTS + "/loans", loan(Candidates.dashed(lent), "Helga Brenner", Candidates.LAST_DAY))
                        .text())
                .contains("What was lent to you cannot be lent on.");
        assertThat(helga.go(CORE + "/governance/decisions?kind=lane-approved").text())
                .as("the log says that it was for another")
                .contains(Candidates.dashed(lent));
    }

    @Test
    void a_lane_that_is_late_is_the_governors_matter_too() {
        String id = candidates.begin(regulatory("It is late."));
        candidates.putForward(id);
        assertThat(helga.go(CORE + "/approvals").text()).doesNotContain("Hand hygiene basics");

        core.change("update approval_submission set document = regexp_replace(document, '\"due\":\"20[0-9]{2}',"
                + " '\"due\":\"2020') where state = 'IN_REVIEW'");

        assertThat(helga.go(CORE + "/approvals").text())
                .contains("Hand hygiene basics")
                .contains("Overdue, governors are asked too");
        assertThat(helga.go(CORE + "/approvals/csv?show=open").text())
                .contains("\"hand-hygiene-basics\"")
                .contains("\"Legal\"")
                .contains("\"2020-");
    }

    @Test
    void what_was_agreed_to_is_not_published_after_another_version() {
        String id = candidates.begin(regulatory("Agreed to."));
        candidates.putForward(id);
        String seen = candidates.seen(id);
        Candidates.say(vera, candidates.place(id), "legal", "approved", seen);
        Candidates.say(paul, candidates.place(id), "subject-expert", "approved", seen);
        operator.post(
                        HYGIENE.packages(),
                        "application/zip",
                        HYGIENE.retitled("Hand hygiene, another").zipped())
                .must();

        helga.go(candidates.place(id));
        Answer late = helga.submit(candidates.place(id) + "/publication", Map.of("seen", List.of(seen)));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Another version was published since this was handed in");
        assertThat(handIn(id, regulatory("Agreed to.")).text()).contains("Asked again since revision 2");
    }

    @Test
    void a_reviewer_finds_what_waits_and_says_what_they_think_in_a_browser() {
        String id = candidates.begin(regulatory("Seen in a browser."));
        candidates.putForward(id);

        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, site.url() + CORE, "vera.lindqvist", "/approvals");
            page.getByText("Hand hygiene basics").first().click();
            assertThat(page.locator("ins").first().textContent()).isNotBlank();
            page.getByLabel("I agree to it as it is").focus();
            page.keyboard().press("Space");
            page.getByLabel("Why").first().fill("Read from start to end.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.getByText("What you think was noted.").waitFor();
            assertThat(page.locator("blockquote").first().innerText()).isEqualTo("Read from start to end.");
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOnAt(CORE, "/approvals", user, Learner.PASSWORD);
        return visitor;
    }

    private void seat(String lane, String byline) {
        helga.go(RIGHTS);
        assertThat(helga.submit(RIGHTS + "/seats", Candidates.seat(lane, Candidates.actor(core, byline)))
                        .text())
                .contains("The seat was given.");
    }

    private Map<String, List<String>> loan(String seat, String byline, String until) {
        return Map.of(
                "seat", List.of(seat),
                "actor", List.of(Candidates.actor(core, byline)),
                "until", List.of(until));
    }

    private Answer handIn(String id, EditedFolder course) {
        String seen = nils.go(candidates.place(id)).find(SEEN);
        return nils.uploadPackage(candidates.place(id) + "/revisions", course.zipped(), Map.of("seen", seen));
    }

    private static EditedFolder regulatory(String said) {
        return HYGIENE.files()
                .with("course.yaml", facts -> facts + "\nchange: regulatory\n")
                .with("words/en.yaml", words -> words.replaceFirst("(?m)^summary: .*$", "summary: \"" + said + "\""));
    }

    private String versions() {
        return core.text("select count(*) from content_asset_version v join content_asset a"
                + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + HYGIENE.slug()
                + "'");
    }
}
