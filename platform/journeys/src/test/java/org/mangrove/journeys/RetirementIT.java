package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A master is given up: each market decides, nobody who learns is left without an answer, and nothing is lost. */
@ExtendWith(WholeStack.class)
class RetirementIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String COURSE = "/courses/" + MASTER.slug();
    private static final String SUCCESSOR = DemonstrationCourse.SECURITY.slug();
    private static final String RETIREMENT = "/e/acme/masters/" + MASTER.slug() + "/retirement";
    private static final Pattern SUCCESSOR_LINK = Pattern.compile("href=\"([^\"]*/courses/" + SUCCESSOR + ")\"");
    private static final Pattern CODE = Pattern.compile("/verify/([A-Z0-9-]{8,20})");

    private WholeStack.Site site;
    private Rows everywhere;
    private Operator operator;
    private Visitor oliver;
    private Visitor ingrid;
    private Visitor emre;
    private Visitor lena;
    private LocalTexts desk;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        operator = new Operator(stack);
        oliver = ofTheCore("oliver.stein");
        ingrid = ofTheCore("ingrid.falk");
        emre = signedOn(Learner.EMRE.tenant(), Learner.EMRE.user());
        lena = signedOn(Learner.LENA.tenant(), Learner.LENA.user());
        desk = new LocalTexts(signedOn("acme-de", "jonas.weber"), "acme-de", MASTER.slug());
        forgetWhoTookIt();
    }

    @AfterEach
    void tearDown() {
        takeBack();
        publish(MASTER.files()).must();
        everywhere.change("delete from mangrove_cell_eu.content_kept_course");
        everywhere.change("delete from mangrove_cell_eu.content_retirement_choice");
        forgetWhoTookIt();
        List.of(oliver, ingrid, emre, lena, desk.author()).forEach(Visitor::close);
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
        everywhere.change("update mangrove_core.identity_core_member set language_tag = null");
    }

    @Test
    void whoever_is_in_the_middle_finishes_and_nobody_else_begins() {
        emre.submit(Learner.EMRE.at(COURSE + "/enrolment"), Map.of());

        assertThat(oliver.submit(RETIREMENT, RetirementForm.of(today(), "ORDINARY", SUCCESSOR))
                        .text())
                .contains("The retirement is announced.", "Retired since", SUCCESSOR, "There is a better one");
        until("nobody begins it any more", () -> !catalogue(lena).contains(COURSE));

        assertThat(lena.go(Learner.LENA.at(COURSE)).text())
                .contains("This course is no longer offered")
                .containsPattern(SUCCESSOR_LINK)
                .doesNotContain("/enrolment\"");
        Answer refused = lena.send(Learner.LENA.at(COURSE + "/enrolment"), Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("This course is no longer offered. Take");
        assertThat(catalogue(emre)).contains(COURSE, "Finish by");
        assertThat(emre.go(Learner.EMRE.at(COURSE)).text()).contains("you can finish it until");

        String certificate = new TakenCourse(emre, Learner.EMRE, MASTER.slug()).pass();
        assertThat(emre.send(Learner.EMRE.at(COURSE + "/enrolment"), Map.of()).status())
                .as("once more")
                .isEqualTo(409);
        assertThat(catalogue(emre)).doesNotContain(COURSE);
        assertVerifies(certificate);
        assertThat(oliver.go("/e/acme/masters").text()).contains("Retired since");
        assertThat(oliver.go("/e/acme/governance/decisions").text())
                .contains("Course retired", "There is a better one");
    }

    @Test
    void each_market_decides_and_what_it_keeps_is_its_own() {
        oliver.submit(RETIREMENT, RetirementForm.of(today(), "ORDINARY", ""));
        until("the market is asked", () -> desk.page().text().contains("This course is retired above"));
        assertThat(desk.page().text()).contains("If nobody decides", "Decide by");
        until("headquarters sees that it waits", () -> matrix().contains("Retired above: to decide"));

        assertThat(RetirementForm.decide(desk, "KEEP", Map.of()).text())
                .contains("Say when somebody looks at it again");
        assertThat(RetirementForm.decide(desk, "REPLACE", Map.of("replacement", MASTER.slug()))
                        .status())
                .isEqualTo(400);
        assertThat(RetirementForm.decide(desk, "KEEP", Map.of("reviewOn", RetirementForm.REVIEW))
                        .status())
                .isEqualTo(303);

        assertThat(catalogue(lena)).contains(COURSE);
        assertThat(emre.go(Learner.EMRE.at(COURSE)).text()).doesNotContain("no longer offered");
        try (var anna = signedOn(Learner.ANNA.tenant(), Learner.ANNA.user())) {
            assertThat(anna.go(Learner.ANNA.at("/catalogue")).text()).doesNotContain(COURSE);
        }
        until("headquarters sees that it is kept", () -> matrix().contains("Kept as its own"));
        until("another one still has to", () -> matrix().contains("Retired above: to decide"));
        assertThat(matrix()).doesNotContain("It is right for us");
        Answer refused = publish("Published in vain");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("The course has been retired since");

        takeBack();
        publish("Feedback, anew").must();

        try (var anna = signedOn(Learner.ANNA.tenant(), Learner.ANNA.user())) {
            until(
                    "the others follow their master",
                    () -> anna.go(Learner.ANNA.at("/catalogue")).text().contains("Feedback, anew"));
        }
        assertThat(catalogue(lena)).contains(COURSE).doesNotContain("Feedback, anew");
        assertThat(desk.page().text()).contains("Your market keeps this course as its own");
        assertThat(desk.author()
                        .submit(desk.place() + "/attaching", RetirementForm.because("Theirs is better now"))
                        .text())
                .contains("The course follows its master again.");
        assertThat(catalogue(lena)).contains("Feedback, anew");
        assertThat(desk.author().go("/t/acme-de/decisions").text())
                .contains("Kept as our own", "Follows its master again");
    }

    @Test
    void a_market_puts_another_course_in_its_place() {
        oliver.submit(RETIREMENT, RetirementForm.of(today(), "ORDINARY", ""));
        until("nobody begins it any more", () -> !catalogue(lena).contains(COURSE));
        assertThat(lena.go(Learner.LENA.at(COURSE)).text()).doesNotContainPattern(SUCCESSOR_LINK);

        assertThat(RetirementForm.decide(desk, "REPLACE", Map.of("replacement", SUCCESSOR))
                        .status())
                .isEqualTo(303);

        assertThat(lena.go(Learner.LENA.at(COURSE)).text()).containsPattern(SUCCESSOR_LINK);
        until("headquarters sees it", () -> matrix().contains("Replaced by another course"));
    }

    @Test
    void what_the_law_ends_is_over_at_once_and_leads_to_what_takes_its_place() {
        everywhere.change("delete from mangrove_cell_eu.learning_completion where course_slug = ?", SUCCESSOR);
        String certificate = new TakenCourse(lena, Learner.LENA, MASTER.slug()).pass();
        emre.submit(Learner.EMRE.at(COURSE + "/enrolment"), Map.of());
        assertThat(oliver.send(RETIREMENT, RetirementForm.of(today(), "REGULATORY", SUCCESSOR))
                        .text())
                .as("an author")
                .contains("Only a governor can end a course by law.");

        ingrid.submit(RETIREMENT, RetirementForm.of(today(), "REGULATORY", SUCCESSOR));

        until("it has ended", () -> !catalogue(emre).contains(COURSE));
        Answer done = emre.send(Learner.EMRE.at(COURSE + "/sections/what-helps/done"), Map.of());
        assertThat(done.status()).isEqualTo(409);
        assertThat(done.text()).contains("This course has ended. Go on with");
        assertThat(emre.follow(emre.go(Learner.EMRE.at(COURSE + "/sections/what-helps")))
                        .text())
                .as("its page instead")
                .contains("This course has ended because the law has changed.");
        assertThat(emre.go(Learner.EMRE.at("/learning")).text())
                .contains("This course has ended because the law has changed.", "Required of you")
                .containsPattern(SUCCESSOR_LINK);
        assertThat(emre.go(Learner.EMRE.at("/courses/" + SUCCESSOR)).text())
                .contains("It takes the place of a course that you had begun");
        assertThat(RetirementForm.decide(desk, "KEEP", Map.of("reviewOn", RetirementForm.REVIEW))
                        .text())
                .contains("The law ends this course: it cannot be kept.");
        assertVerifies(certificate);
        assertThat(lena.go(Learner.LENA.at("/transcript")).text()).contains("/certificates/" + certificate);
    }

    @Test
    void what_is_announced_is_offered_until_its_day_and_what_makes_no_sense_is_told() {
        assertThat(wrong(RetirementForm.of(today().minusDays(1), "ORDINARY", "")))
                .contains("Choose a day from today on");
        assertThat(wrong(RetirementForm.of(today(), "ORDINARY", MASTER.slug())))
                .contains("Choose another published course");
        assertThat(wrong(RetirementForm.of(today(), "WHIM", ""))).contains("Say why it ends.");

        oliver.submit(RETIREMENT, RetirementForm.of(RetirementForm.FAR_AHEAD, "ORDINARY", ""));

        until(
                "learners are told",
                () -> lena.go(Learner.LENA.at(COURSE)).text().contains("this course is no longer offered"));
        assertThat(catalogue(lena)).contains(COURSE, "Begin by");
        assertThat(oliver.send(RETIREMENT, RetirementForm.of(today(), "ORDINARY", ""))
                        .status())
                .as("twice")
                .isEqualTo(409);
        assertThat(oliver.send(RETIREMENT + "/taking-back", RetirementForm.because(" "))
                        .status())
                .isEqualTo(400);
        takeBack();
        until("it is as it was", () -> !lena.go(Learner.LENA.at(COURSE)).text().contains("no longer offered"));
    }

    @Test
    @Tag("browser")
    void in_a_browser_without_scripts_a_master_is_given_up_and_a_market_keeps_it() {
        try (Chromium chromium = Chromium.started();
                BrowserContext above = chromium.context(
                        new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
                BrowserContext here = chromium.context("en")) {
            Page author = above.newPage();
            Chromium.signOn(author, site.url() + "/e/acme", "oliver.stein", "/masters");
            author.navigate(site.url() + RETIREMENT);
            author.locator("#since").fill(today().toString());
            author.locator("#lastDay").fill(today().plusDays(30).toString());
            author.locator("#successor").selectOption(SUCCESSOR);
            author.locator("#reason").fill("There is a better one");
            author.locator(".button-danger").click();
            assertThat(author.locator("[role=status]").first().innerText()).contains("The retirement is announced.");

            Page page = here.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, site.url() + "/t/acme-de", "jonas.weber", "/catalogue");
            until("the market is asked", () -> {
                page.navigate(site.url() + desk.place());
                return page.locator("#choice-keep").count() == 1;
            });
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("#choice-keep").focus();
            page.keyboard().press("Space");
            page.locator("#reviewOn").fill(RetirementForm.REVIEW);
            page.locator("#leaving-reason").fill("Ours is told otherwise");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.locator("text=It is decided.").waitFor();
            assertThat(page.locator("[aria-labelledby=leaving]").innerText())
                    .contains("Kept as its own", "Ours is told otherwise");
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
        assertThat(catalogue(lena)).contains(COURSE);
    }

    private String wrong(Map<String, List<String>> form) {
        Answer answer = oliver.send(RETIREMENT, form);
        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    private void assertVerifies(String certificate) {
        Answer paper = emre.go(Learner.EMRE.at("/certificates/" + certificate));
        Answer shown = paper.status() == 200 ? paper : lena.go(Learner.LENA.at("/certificates/" + certificate));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(lena.go(Learner.LENA.at("/verify/" + shown.find(CODE))).status())
                .isEqualTo(200);
    }

    private String matrix() {
        return ingrid.go("/e/acme/markets?concern=retiring").text();
    }

    private static String catalogue(Visitor learner) {
        return learner.go("/t/acme-de/catalogue").text();
    }

    private Answer publish(String title) {
        return publish(MASTER.retitled(title));
    }

    private Answer publish(EditedFolder files) {
        return operator.post(MASTER.packages(), "application/zip", files.zipped());
    }

    /** As if it had never been given up, here and in the cells. */
    private void takeBack() {
        ingrid.send(RETIREMENT + "/taking-back", RetirementForm.because("It is needed after all"));
        until(
                "the cells have heard of it",
                () -> everywhere.number(
                                "select count(*) from mangrove_cell_eu.content_retirement_copy where course_slug = ?",
                                MASTER.slug())
                        == 0);
    }

    private void forgetWhoTookIt() {
        everywhere.change("delete from mangrove_cell_eu.learning_completion where course_slug = ?", MASTER.slug());
        everywhere.change("delete from mangrove_cell_eu.learning_enrolment where course_slug = ?", MASTER.slug());
    }

    private Visitor ofTheCore(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOnAt("/e/acme", "/masters", user, Learner.PASSWORD);
        return visitor;
    }

    private Visitor signedOn(String tenant, String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(tenant, user, Learner.PASSWORD);
        visitor.submit("/t/" + tenant + "/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void until(String what, Patience.Question<Boolean> holds) {
        Patience.USUAL.until(what, holds);
    }
}
