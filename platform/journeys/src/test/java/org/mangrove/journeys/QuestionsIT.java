package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What belongs together, a number, a place in a picture, a story with branches: taken with scripts and without, told, and edited. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class QuestionsIT {

    private static final String COURSE = "/courses/" + AskingCourse.SLUG;
    private static final String SECTION = COURSE + "/sections/" + AskingCourse.SECTION;

    private static final Map<String, String> CELLS = Map.of("acme-de", "eu", "acme-sa", "sa");

    private static Optional<Chromium> chromium = Optional.empty();

    private WholeStack.Site site;
    private Stack stack;

    @BeforeAll
    static void open(Stack stack) {
        chromium = Optional.of(Chromium.started());
        new Operator(stack)
                .post("/operator/api/enterprises/acme/course-packages", "application/zip", AskingCourse.zipped())
                .must();
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void setUp(WholeStack.Site where, Stack whole) {
        site = where;
        stack = whole;
    }

    @AfterEach
    void throwDraftsAway() {
        Rows.ofCore(stack)
                .change(
                        "update authoring_draft set state = 'DISCARDED', ended_at = utc_timestamp(6) where state = 'OPEN'"
                                + " and enterprise_id = (select enterprise_id from tenancy_enterprise where slug = 'acme')");
    }

    @Test
    void with_scripts_each_is_answered_in_place_by_mouse_and_keyboard() {
        String tenant = site.url() + "/t/acme-de";
        try (BrowserContext context = chromium.orElseThrow().context("de")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            begin(page, tenant, "katrin.hoffmann");
            assertThat(Chromium.violations(page)).isEmpty();

            match(page, "Vor einer aseptischen Tätigkeit", "Vor dem Kontakt mit einer Patientin oder einem Patienten");
            assertThat(page.locator("#q-moments .pair-right").count()).isEqualTo(2);
            assertThat(page.locator("#q-moments .pair-wrong .feedback").textContent())
                    .contains("Gitter, Pumpen und Tische");

            Locator number = page.locator("#q-seconds");
            number.locator("input[name=answer]").fill("viele");
            number.locator("form > button").click();
            assertThat(number.locator("[role=alert]").textContent()).contains("1.234,5");
            assertThat(number.locator("input[name=answer]").inputValue()).isEqualTo("viele");
            number.locator("input[name=answer]").fill("30,01 Sekunden");
            number.locator("form > button").click();
            assertThat(number.locator("[role=status]").textContent())
                    .contains("Ihre Zahl ist zu hoch.", "Es geht schneller.", "20", "30", "Sekunden");
            assertThat(number.locator("input[name=answer]").inputValue()).isEqualTo("30,01");

            Locator hotspot = page.locator("#q-bottle");
            hotspot.locator("[data-region=door]").click();
            assertThat(hotspot.locator("#q-bottle-door").isChecked()).isTrue();
            assertThat(hotspot.locator(".region-chosen").getAttribute("data-region"))
                    .isEqualTo("door");
            hotspot.locator("#q-bottle-door").press("ArrowUp");
            assertThat(hotspot.locator(".region-chosen").getAttribute("data-region"))
                    .as("the picture follows the list")
                    .isEqualTo("bed");
            hotspot.locator("form > button").click();
            assertThat(hotspot.locator("[role=status]").textContent()).contains("Richtig");
            assertThat(hotspot.locator(".region-right").getAttribute("data-region"))
                    .isEqualTo("bed");

            choose(page, "at-once");
            assertThat(page.locator("#s-round .scene").textContent())
                    .contains("Zwanzig Sekunden kann er warten", "mit der Leitung");
            page.reload();
            assertThat(page.locator("#s-round .scene").textContent())
                    .as("it goes on where it was")
                    .contains("mit der Leitung");
            page.locator("#s-round button[name=back]").click();
            page.locator("#s-round button[value=rub]").waitFor();
            choose(page, "rub");
            choose(page, "leave");
            assertThat(page.locator("#s-round").textContent()).contains("Kein gutes Ende", "denselben Keim");
            page.locator("#s-round button[name=back]").click();
            page.locator("#s-round button[value=clean]").waitFor();
            choose(page, "clean");
            assertThat(page.locator("#s-round").textContent()).contains("Ein gutes Ende", "das war nicht gut");

            assertThat(Chromium.violations(page)).isEmpty();
            page.setViewportSize(320, 700);
            Chromium.assertNothingIsWiderThanTheScreen(page);
            assertThat(complaints).isEmpty();
        }
        List<String> told = told("acme-de", "katrin.hoffmann");
        assertThat(told)
                .contains(
                        "answered asking-in-every-way/q-moments 1 dressing[.]before-clean[,]rail[.]before-patient[,]"
                                + "welcome[.]before-patient",
                        "answered asking-in-every-way/q-seconds 1 30.01",
                        "answered asking-in-every-way/q-bottle 1 bed",
                        "answered asking-in-every-way/s-round 1 call[.]rub[,]pillow[.]leave");
        assertThat(told).filteredOn(line -> line.contains("s-round")).hasSize(1);
    }

    @Test
    void without_scripts_and_in_arabic_each_is_answered_by_forms_alone() {
        String tenant = site.url() + "/t/acme-sa";
        try (BrowserContext context = chromium.orElseThrow()
                .context(new Browser.NewContextOptions().setLocale("ar-SA").setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            begin(page, tenant, "reem.alshehri");
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");

            match(page, "قبل إجراء نظيف", "بعد لمس ما حول المريض");
            assertThat(page.locator("#q-moments .pair-right").count()).isEqualTo(2);

            Locator number = page.locator("#q-seconds");
            number.locator("input[name=answer]").fill("كثير");
            number.locator("form > button").click();
            assertThat(number.locator("[role=alert]").count()).isEqualTo(1);
            number.locator("input[name=answer]").fill("١٩٫٩");
            number.locator("form > button").click();
            assertThat(number.locator("[role=status]").textContent()).contains("لا يصل المعقّم", "ثانية");

            page.locator("#q-bottle-sink").check();
            page.locator("#q-bottle form > button").click();
            assertThat(page.locator("#q-bottle .feedback-wrong").textContent()).contains("الماء والصابون");

            choose(page, "rub");
            choose(page, "clean");
            assertThat(page.locator("#s-round").textContent()).contains("نهاية جيدة", "المريضان بخير");
        }
        assertThat(told("acme-sa", "reem.alshehri"))
                .contains(
                        "answered asking-in-every-way/q-seconds 1 19.9",
                        "answered asking-in-every-way/q-bottle 1 sink",
                        "answered asking-in-every-way/s-round 1 call[.]rub[,]pillow[.]clean");
    }

    @Test
    void a_market_asks_for_another_number() {
        try (var jonas = new Visitor(site, "de")) {
            jonas.signOnAt("/t/acme-de", "/catalogue", "jonas.weber", Learner.PASSWORD);
            arrives(jonas, "acme-de");
            var texts = new LocalTexts(jonas, "acme-de", AskingCourse.SLUG);

            assertThat(texts.send("texts/q-seconds/value", Map.of("words.und", "viele"))
                            .status())
                    .isEqualTo(400);
            texts.say("q-seconds", "value", "und", "26,5");

            assertThat(texts.page("q-seconds", "value").text()).contains("value=\"26,5\"", "26.5");
            texts.takeEverythingBack();
            assertThat(texts.page("q-seconds", "value").text()).contains("value=\"25\"");
        }
    }

    @Test
    void each_is_edited_and_a_place_is_drawn() {
        String core = site.url() + "/e/acme";
        try (BrowserContext context = chromium.orElseThrow().context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, core, "oliver.stein", "/masters");
            page.navigate(core + "/masters/" + AskingCourse.SLUG);
            page.locator("button[name=course]").click();
            page.waitForURL("**/drafts/*");
            String draft = page.url();

            page.navigate(draft + "/blocks/q-bottle");
            assertThat(page.locator("#choices ~ .field textarea[id='words.explanation']")
                            .count())
                    .as("the explanation comes after the answers")
                    .isEqualTo(1);
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("[id='figures.window']").focus();
            page.locator("#places").scrollIntoViewIfNeeded();
            BoundingBox box = page.locator("#places").boundingBox();
            page.mouse().move(box.x + box.width * 0.1, box.y + box.height * 0.1);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.4);
            page.mouse().up();
            assertThat(page.locator("[id='figures.window']").inputValue())
                    .matches("(10|9\\.9|10\\.1) \\S+ (20|19\\.9|20\\.1) \\S+");
            page.locator("#saved:has-text('Saved at')").waitFor();

            page.navigate(draft + "/blocks/q-seconds");
            page.locator("#value").fill("1,026.5");
            page.locator(".actions .button-primary").click();
            assertThat(page.locator("#value").inputValue()).isEqualTo("1,026.5");

            page.navigate(draft + "/blocks/q-moments");
            page.locator("[id='pair.rail']").selectOption("after-fluids");
            page.locator("button[value=add-target]").click();
            assertThat(page.locator("[id='pair.rail']").inputValue()).isEqualTo("after-fluids");
            assertThat(page.locator("[id='words.targets.a']").count()).isEqualTo(1);

            page.navigate(draft + "/blocks/s-round");
            assertThat(page.locator(".flaw").count()).isZero();
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("button[value=add-scene]").click();
            assertThat(page.locator("#branches").textContent()).contains("Nothing leads to the scene “scene-1”.");
            page.locator("[id='end.scene-1']").selectOption("poor");
            page.locator("[id='words.scenes.scene-1.text']").fill("The ward is closed.");
            page.locator("[id='to.drip.on']").selectOption("scene-1");
            page.locator(".actions .button-primary").click();
            assertThat(page.locator("#branches").textContent()).contains("Nothing leads to the scene “harm”.");
            page.navigate(draft + "/preview?language=de");
            assertThat(page.locator("main").textContent()).contains("Poor end", "The ward is closed.");
            page.navigate(draft + "/release");
            assertThat(page.locator(".lacks").textContent()).contains("s-round", "Scenes that all lead to an end");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void what_a_document_became_goes_on_in_the_editor() {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
            var document = new BroughtDocument(oliver, "/e/acme");
            String draft = document.bring();
            oliver.go("/e/acme/masters/import/" + draft);

            Answer opened = oliver.submit("/e/acme/masters/import/" + draft + "/editing", Map.of());

            assertThat(opened.address().getPath()).contains("/drafts/");
            assertThat(opened.text()).contains("Gabelstapler", "Vor der Fahrt");
            assertThat(oliver.go(opened.address().getPath() + "/preview").text())
                    .contains("Bremse");
        }
    }

    private void begin(Page page, String tenant, String user) {
        Chromium.signOn(page, tenant, user, "/catalogue");
        Patience.USUAL.until(
                "the course has come down", () -> page.navigate(tenant + COURSE).status() == 200);
        page.locator("form[action$='/enrolment'] button").click();
        page.waitForURL(tenant + SECTION);
    }

    private static void arrives(Visitor visitor, String tenant) {
        Patience.USUAL.until(
                "the course has come down",
                () -> visitor.go("/t/" + tenant + COURSE).status() == 200);
    }

    /** The same for the two others, so that one of them is wrong. */
    private static void match(Page page, String dressing, String others) {
        Locator question = page.locator("#q-moments");
        select(question, "dressing", dressing);
        select(question, "rail", others);
        select(question, "welcome", others);
        question.locator("form > button").click();
        question.locator("[role=status]").waitFor();
    }

    private static void select(Locator question, String option, String label) {
        question.locator("[name='match." + option + "']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    private static void choose(Page page, String way) {
        Locator button = page.locator("#s-round button[value=" + way + "]");
        button.click();
        button.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private List<String> told(String tenant, String user) {
        var person = new CellRows(stack, CELLS.get(tenant)).person(user + "@" + tenant + ".example");
        return new PersonsStatements(site, stack, tenant).of(person);
    }
}
