package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** Tables, code, accordions, sounds and files are written in their forms: by keyboard, by files, and against the lines. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class BlockFormsIT {

    private static final String CORE = "/e/borealis";
    private static final List<String> KINDS = List.of("table", "code", "accordion", "audio", "file");

    private WholeStack.Site site;
    private Rows core;
    private Visitor nils;
    private DraftedCourse draft;

    @BeforeEach
    void setUp(WholeStack.Site whole, Stack stack) {
        site = whole;
        core = Rows.ofCore(stack);
        nils = new Visitor(site, "en");
        nils.signOnAt(CORE, "/masters", "nils.petersen", Learner.PASSWORD);
        draft = DraftedCourse.begun(nils, CORE);
    }

    @AfterEach
    void tearDown() {
        nils.close();
        DraftedCourse.removeAll(core, "borealis");
    }

    @Test
    void each_is_written_by_keyboard_and_read_in_the_preview() {
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, site.url() + CORE, "nils.petersen", "/drafts");

            tabulate(open(page, "table"));
            code(open(page, "code"));
            unfold(open(page, "accordion"));
            sound(open(page, "audio"));
            file(open(page, "file"));

            page.navigate(site.url() + draft.home() + "/preview");
            Locator shown = page.locator("main");
            assertThat(shown.getByText("Rung by rung").isVisible()).isTrue();
            assertThat(shown.locator("th[scope=col]").allInnerTexts()).contains("Ladder", "Longest");
            assertThat(shown.locator("pre code").innerText()).isEqualTo("  if rung > 3:\n      stop()");
            Locator part = shown.locator("details:has-text('May I stand on top?')");
            part.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(part.getByText("Never.").isVisible()).isTrue();
            assertThat(shown.locator("audio").count()).isEqualTo(1);
            assertThat(shown.locator("a[download='ladders.csv']").count()).isEqualTo(1);
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void each_form_is_at_home_from_right_to_left_on_a_narrow_dark_screen() {
        List<String> blocks =
                KINDS.stream().map(kind -> draft.insert(kind, "section.part-1")).toList();
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("ar")) {
            Page page = context.newPage();
            Chromium.signOn(page, site.url() + CORE, "nils.petersen", "/drafts");
            context.addCookies(List.of(new Cookie("mangrove-language-borealis", "ar")
                    .setUrl(site.url().toString())));
            page.setViewportSize(320, 640);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (String block : blocks) {
                page.navigate(site.url() + draft.home() + "/blocks/" + block);

                assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
                Chromium.assertNothingIsWiderThanTheScreen(page);
                assertThat(Chromium.violations(page)).as(block).isEmpty();
            }
        }
    }

    private Page open(Page page, String kind) {
        page.navigate(site.url() + draft.home() + "/blocks/" + draft.insert(kind, "section.part-1"));
        assertThat(Chromium.violations(page)).as(kind).isEmpty();
        return page;
    }

    /** From cell to cell with the tabulator, a row more by the return key. */
    private static void tabulate(Page page) {
        page.locator("[id='words.caption']").fill("Rung by rung");
        Locator cells = page.locator(".cells-edited textarea");
        assertThat(cells.count()).as("a new table").isEqualTo(6);
        cells.first().focus();
        for (String words : List.of("Ladder", "Longest", "Wood", "4 m", "Steel", "6 m")) {
            page.keyboard().type(words);
            page.keyboard().press("Tab");
            skipButtons(page);
        }
        assertThat(said(cells)).containsExactly("Ladder", "Longest", "Wood", "4 m", "Steel", "6 m");
        press(page, "add-row");
        assertThat(cells.count()).isEqualTo(8);
        assertThat(page.url()).endsWith("#choices");
        cells.nth(6).fill("Rope");
        cells.nth(7).fill("9 m");
        press(page, "row-up:" + page.locator(".cells-edited tbody code").last().innerText());
        assertThat(said(cells)).containsExactly("Ladder", "Longest", "Wood", "4 m", "Rope", "9 m", "Steel", "6 m");
        press(page, "add-column");
        assertThat(cells.count()).isEqualTo(12);
        press(
                page,
                "remove-column:"
                        + page.locator(".cells-edited thead code").last().innerText());
        assertThat(cells.count()).isEqualTo(8);
    }

    private static List<String> said(Locator cells) {
        return cells.all().stream().map(Locator::inputValue).toList();
    }

    /** What can be done to a row stands before its cells. */
    private static void skipButtons(Page page) {
        while (page.evaluate("document.activeElement.tagName").equals("BUTTON")
                && page.evaluate("!!document.activeElement.closest('.cells-edited')")
                        .equals(true)) {
            page.keyboard().press("Tab");
        }
    }

    /** With the spaces before its lines, and without a checker of spelling. */
    private static void code(Page page) {
        Locator code = page.locator("#code");
        assertThat(code.getAttribute("spellcheck")).isEqualTo("false");
        code.fill("  if rung > 3:\n      stop()");
        page.locator("#syntax").fill("python");
        page.locator(".actions .button-primary").click();
        assertThat(code.inputValue()).isEqualTo("  if rung > 3:\n      stop()");
    }

    private static void unfold(Page page) {
        int before = page.locator(".choice-edited").count();
        press(page, "add-choice");
        assertThat(page.locator(".choice-edited").count()).isEqualTo(before + 1);
        for (Locator part : page.locator(".choice-edited").all()) {
            part.locator("input").fill("May I stand on top?");
            part.locator("textarea").fill("Never.");
        }
        page.locator(".actions .button-primary").click();
        removeLastPart(page);
        assertThat(page.locator(".choice-edited").count()).isEqualTo(before);
        while (page.locator(".choice-edited").count() > 1) {
            removeLastPart(page);
        }
    }

    private static void removeLastPart(Page page) {
        String id = page.locator(".choice-edited").last().getAttribute("id");
        press(page, "remove-choice:" + id.substring("choice-".length()));
    }

    /** What is no sound is told, and what was typed beside it stays. */
    private static void sound(Page page) {
        page.locator("[id='words.title']").fill("A bell");
        page.locator("[id='words.transcript']").fill("It rings three times.");
        page.locator(".actions .button-primary").click();
        bring(page, "media", "bell.ogg", "audio/ogg", "<script>alert(1)</script>");
        assertThat(page.locator(".alert.tone-danger").count()).isEqualTo(1);
        assertThat(page.locator("#media-source").inputValue()).isEqualTo("Drawn for this test");
        bring(page, "media", "bell.ogg", "audio/ogg", "OggS................OpusHead");
        assertThat(page.locator("#files audio").count()).isEqualTo(1);
    }

    private static void file(Page page) {
        page.locator("[id='words.title']").fill("All ladders");
        page.locator(".actions .button-primary").click();
        bring(page, "media", "ladders.exe", "application/octet-stream", "MZ");
        assertThat(page.locator("#files a[download]").count()).isZero();
        bring(page, "media", "ladders.csv", "text/csv", "Ladder,Longest\nWood,4 m\n");
        assertThat(page.locator("#files a[download]").textContent()).isEqualTo("ladders.csv");
    }

    private static void bring(Page page, String field, String name, String type, String content) {
        page.locator("#file-" + field)
                .setInputFiles(new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8)));
        Map.of("licence", "own-work", "source", "Drawn for this test")
                .forEach((what, value) -> page.locator("#" + field + "-" + what).fill(value));
        Locator form = page.locator("form:has(#file-" + field + ")");
        page.waitForNavigation(() -> form.locator("button").last().press("Enter"));
    }

    private static void press(Page page, String act) {
        Locator button = page.locator("button[name=act][value='" + act + "']");
        button.focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
}
