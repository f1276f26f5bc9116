package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** Authors write courses together: two at once, back and forth, until they are published. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class AuthoringIT {

    private static final String CORE = "/e/borealis";
    private static final String BODY = "words.body";
    private static final String THREE_POINTS =
            "Keep three points of contact with the ladder. Climb with your face to it. Carry tools on your belt.";

    private WholeStack.Site site;
    private Visitor nils;
    private Rows core;

    @BeforeEach
    void setUp(WholeStack.Site whole, Stack stack) {
        site = whole;
        core = Rows.ofCore(stack);
        nils = window();
    }

    @AfterEach
    void tearDown() {
        nils.close();
        DraftedCourse.removeAll(core, "borealis");
    }

    @Test
    void a_course_is_written_from_nothing_and_published_and_revised() {
        var draft = DraftedCourse.begun(nils, CORE);
        assertThat(nils.go(draft.home() + "/release").text())
                .contains("There is nothing to learn yet", "Not said yet:")
                .doesNotContain("Publish as a version");

        draft.write("course", Map.of("words.summary", List.of("How a ladder stays where it stands.")));
        draft.write("section.part-1", Map.of("words.title", List.of("Before you climb")));
        String text = draft.insert("text", "section.part-1");
        draft.write(text, Map.of(BODY, List.of(THREE_POINTS)));
        String question = draft.insert("single", text);
        draft.write(
                question,
                Map.of(
                        "words.prompt", List.of("How many points of contact?"),
                        "words.options.a.text", List.of("Two"),
                        "words.options.b.text", List.of("Three"),
                        "correct.shown", List.of("yes"),
                        "correct", List.of("b"),
                        "act", List.of("remove-choice:c")));
        assertThat(draft.describe("ladders").text()).contains("Saved.");
        assertThat(nils.go(draft.home() + "/preview?market=borealis-de&device=phone")
                        .text())
                .contains("Keep three points of contact", "device-phone", "Slow line");

        Answer published = draft.publish("major");

        assertThat(published.text()).contains("Published as version 1");
        assertThat(core.text("select group_concat(b.slug order by b.slug) from content_block b join content_asset a on"
                        + " a.enterprise_id = b.enterprise_id and a.id = b.asset_id where a.slug = 'ladders'"))
                .isEqualTo("course,section.part-1,single-1,text-1");
        assertThat(draft.send("moving", Map.of("block", "text-1", "way", "down"))
                        .status())
                .as("a draft that was published rests")
                .isEqualTo(409);

        var next = DraftedCourse.revised(nils, CORE, "ladders");
        next.write("text-1", Map.of(BODY, List.of(THREE_POINTS + " Never stand on the top rung.")));
        assertThat(nils.go(next.home() + "/release").text())
                .contains("<ins> Never stand on the top rung.</ins>", "have this course");
        assertThat(next.publish("minor").text()).contains("Published as version 2");
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        var mine = DraftedCourse.begun(nils, CORE);
        String text = mine.insert("text", "section.part-1");
        mine.write(text, Map.of(BODY, List.of(THREE_POINTS)));
        try (Visitor other = window()) {
            var theirs = mine.by(other);
            String seen = theirs.seen(text);
            mine.write(text, Map.of(BODY, List.of(THREE_POINTS.replace("three", "always three"))));

            assertThat(theirs.write(text, seen, Map.of(BODY, List.of(THREE_POINTS.replace("belt", "back"))))
                            .text())
                    .contains("together with what somebody else has written")
                    .contains("Keep always three points", "on your back.");

            Answer refused =
                    theirs.write(text, seen, Map.of(BODY, List.of(THREE_POINTS.replace("three", "never two"))));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains("Both of you have changed the same", "<ins>always </ins>", "<ins>never two </ins>")
                    .as("what was written stands in the form")
                    .contains("Keep never two points");
            assertThat(mine.author().go(mine.home() + "/blocks/" + text).text()).contains("Keep always three points");

            assertThat(theirs.send("undoing", Map.of("step", "1")).status())
                    .as("nobody undoes what they have not seen")
                    .isEqualTo(409);
        }
    }

    @Test
    void each_step_can_be_taken_back_and_done_again() {
        var draft = DraftedCourse.begun(nils, CORE);
        String first = draft.insert("text", "section.part-1");
        String second = draft.insert("callout", first);
        draft.act("removing", Map.of("block", first));
        assertThat(draft.page().text()).doesNotContain("id=\"" + first + "\"");

        assertThat(draft.undo().text()).contains("id=\"" + first + "\"");
        assertThat(draft.undo().text()).contains("id=\"" + first + "\"").doesNotContain("id=\"" + second + "\"");
        assertThat(draft.redo().text()).contains("id=\"" + second + "\"");
        assertThat(draft.redo().text()).doesNotContain("id=\"" + first + "\"").contains("id=\"" + second + "\"");

        assertThat(nils.go(draft.home() + "/history").text()).contains("Undone", "Done again", "Removed");
        assertThat(nils.go(draft.home() + "/history/2").text()).contains("<code>" + first + "</code>", "New");
        assertThat(draft.act("history", Map.of("step", "2")).text())
                .contains("as it was after step 2", "id=\"" + first + "\"");

        draft.act("discarding", Map.of());
        assertThat(nils.go(CORE + "/drafts").text()).doesNotContain(draft.id());
        assertThat(nils.go(CORE + "/drafts?state=discarded").text()).contains(draft.id());
        assertThat(draft.act("restoring", Map.of()).text()).contains("The draft is back.");
    }

    @Test
    void what_was_published_meanwhile_is_taken_in_before_anything_is_published_over_it() {
        var first = DraftedCourse.begun(nils, CORE);
        first.write("course", Map.of("words.summary", List.of("How a ladder stays where it stands.")));
        first.write("section.part-1", Map.of("words.title", List.of("Before you climb")));
        String text = first.insert("text", "section.part-1");
        first.write(text, Map.of(BODY, List.of(THREE_POINTS)));
        first.describe("ladders-meanwhile");
        byte[] zip = nils.go(first.home() + "/release/package").body();
        assertThat(first.publish("major").text()).contains("Published as version 1");

        var next = DraftedCourse.revised(nils, CORE, "ladders-meanwhile");
        next.write(text, Map.of(BODY, List.of(THREE_POINTS.replace("belt", "back"))));
        nils.go(CORE + "/masters");
        nils.uploadPackage(
                CORE + "/masters",
                EditedFolder.unpacked(zip)
                        .with("words/en.yaml", words -> words.replace("three points", "at least three points"))
                        .zipped());

        Answer refused = next.publish("minor");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Another version was published meanwhile");

        nils.go(next.home() + "/release");
        assertThat(nils.submit(next.home() + "/release/catching-up", Map.of()).text())
                .contains("Nothing was in dispute");
        assertThat(next.publish("minor").text()).contains("Published as version 3");
        assertThat(nils.go(CORE + "/masters/ladders-meanwhile/versions/3").text())
                .contains("at least three points", "on your back");
    }

    @Test
    void what_makes_no_sense_is_told_and_nothing_is_changed() {
        var draft = DraftedCourse.begun(nils, CORE);
        String image = draft.insert("image", "section.part-1");
        String before = draft.seen(image);

        assertThat(draft.send("insertion", Map.of("kind", "bomb", "after", "course"))
                        .status())
                .isEqualTo(400);
        assertThat(draft.send("insertion", Map.of("kind", "text", "after", "nothing"))
                        .status())
                .isEqualTo(409);
        assertThat(draft.send("moving", Map.of("block", image, "way", "sideways"))
                        .status())
                .isEqualTo(400);
        assertThat(draft.send("removing", Map.of("block", "course")).status()).isEqualTo(409);
        assertThat(draft.write(image, Map.of("words.alt", List.of("x".repeat(1_001))))
                        .text())
                .contains("At most 1,000 characters.");
        assertThat(draft.write(image, "0".repeat(64), Map.of("words.alt", List.of("A ladder")))
                        .status())
                .isEqualTo(409);
        assertThat(draft.attach(image, "a.png", "no picture").text()).contains("is not what its name says");
        assertThat(draft.attach(image, "a.svg", "<svg/>").status()).isEqualTo(400);
        assertThat(nils.go(CORE + "/drafts/nothing").status()).isEqualTo(404);
        assertThat(nils.go(draft.home() + "/history/999").status()).isEqualTo(404);
        assertThat(draft.seen(image)).isEqualTo(before);
    }

    @Test
    void a_form_saves_itself_while_somebody_writes_by_keyboard_alone() {
        var draft = DraftedCourse.begun(nils, CORE);
        String text = draft.insert("text", "section.part-1");
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, site.url() + CORE, "nils.petersen", "/drafts");
            page.navigate(site.url() + draft.home() + "/blocks/" + text);
            page.locator("[id='words.body']").focus();
            page.keyboard().type("Look up before you climb.");
            page.locator("#saved:has-text('Saved at')").waitFor();

            page.keyboard().type(" Then climb.");
            String seen = awaitSaved(draft, text, "Then climb.");
            Patience.USUAL.until(
                    "the page builds upon what it has saved",
                    () -> page.locator("#seen").getAttribute("value"),
                    seen::equals);
            assertThat(complaints).isEmpty();
        }
        assertThat(core.text(
                        "select count(*) from authoring_step where act = 'WRITTEN' and draft_id = unhex(replace(?, '-', ''))",
                        draft.id()))
                .as("who goes on writing makes one step")
                .isEqualTo("1");
    }

    /** @return by which the page knows what it has saved */
    private String awaitSaved(DraftedCourse draft, String block, String words) {
        String place = draft.home() + "/blocks/" + block;
        Patience.USUAL.until("it is saved", () -> nils.go(place).text().contains(words));
        return draft.seen(block);
    }

    private Visitor window() {
        var visitor = new Visitor(site, "en");
        visitor.signOnAt(CORE, "/masters", "nils.petersen", Learner.PASSWORD);
        return visitor;
    }
}
