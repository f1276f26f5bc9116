package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.journeys.DemonstrationCourse.HYGIENE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What has gone wrong by lying about is found, decided about, mended, taken back, and known again. */
@ExtendWith(WholeStack.class)
class AuditIT {

    private static final String CORE = "/e/borealis";
    private static final String AUDIT = CORE + "/audit";
    private static final String FORGOTTEN = "hand-hygiene-forgotten";
    private static final String DEAD = "http://127.0.0.1:1/gone";
    private static final String ALIVE = "http://127.0.0.1:1/not-gone";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern UNDOING = Pattern.compile("/acts/([0-9a-f-]{36})/undoing\"");
    private static final String IN_A_MONTH =
            LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    private static final String BOREALIS = "(select enterprise_id from tenancy_enterprise where slug = 'borealis')";
    private static final String OPEN_RUN =
            "insert into audit_run (enterprise_id, id, state, is_open, asked_at, attempts, node, beat_at, step, steps_done,"
                    + " document) select enterprise_id, unhex(replace(?, '-', '')), 'RUNNING', 1, utc_timestamp(6), ?,"
                    + " unhex(replace(uuid(), '-', '')), utc_timestamp(6) + interval ? second, 'dead-link', 8, '{}'"
                    + " from tenancy_enterprise where slug = 'borealis'";

    private static final List<String> CELLS = List.of("eu", "jp");

    private final List<Path> lost = new ArrayList<>();
    private Operator operator;
    private FeedOperator feed;
    private Rows core;
    private Path blobs;
    private Visitor helga;
    private Visitor nils;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        operator = new Operator(stack);
        feed = new FeedOperator(stack);
        core = Rows.ofCore(stack);
        blobs = stack.state().blobs();
        helga = new Visitor(site, "en");
        helga.signOnAt(CORE, "/masters", "helga.brenner", Learner.PASSWORD);
        nils = new Visitor(site, "en");
        nils.signOnAt(CORE, "/masters", "nils.petersen", Learner.PASSWORD);
        core.change("delete from audit_act where enterprise_id = " + BOREALIS);
        core.change("delete from audit_finding where enterprise_id = " + BOREALIS);
        core.change("delete from audit_run where enterprise_id = " + BOREALIS);
    }

    @AfterEach
    void tearDown() {
        bringBack();
        List.of(helga, nils).forEach(Visitor::close);
        core.change("update quality_waiver set taken_back_by = given_by, taken_back_at = given_at"
                + " where course_slug = '" + FORGOTTEN + "' and taken_back_at is null");
    }

    @Test
    void in_a_browser_a_governor_runs_an_audit_names_an_owner_and_takes_that_back(WholeStack.Site site) {
        plant();
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("en")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, site.url() + CORE, "helga.brenner", "/masters");
            page.navigate(site.url() + AUDIT);
            PlaywrightAssertions.assertThat(page.getByText("Nobody has looked yet"))
                    .isVisible();

            click(page, "Run the audit now");
            PlaywrightAssertions.assertThat(page.locator("#run"))
                    .containsText(
                            "Last looked on",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_ENOUGH.toMillis()));
            page.navigate(site.url() + AUDIT + "?kind=ownerless");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hand hygiene forgotten"))
                    .first()
                    .click();

            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Without an owner");
            PlaywrightAssertions.assertThat(page.getByText("there stands “tbd”"))
                    .isVisible();
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("#owner").fill("global-infection-prevention");
            page.locator("#mend-reason").fill("They wrote it.");
            page.locator("form:has(#owner) button").click();

            PlaywrightAssertions.assertThat(page.getByText("The course is published with the new names."))
                    .isVisible();
            PlaywrightAssertions.assertThat(page.getByText("Mended, to be confirmed by the next run"))
                    .isVisible();
            assertThat(fact("owner")).isEqualTo("global-infection-prevention");
            click(page, "Take back");
            PlaywrightAssertions.assertThat(page.getByText("That is taken back."))
                    .isVisible();
            assertThat(fact("owner")).as("as it was").isEqualTo("tbd");
            assertThat(complaints).isEmpty();
        }
        assertThat(helga.go(CORE + "/governance/decisions").text())
                .contains("Action on a finding of the audit")
                .contains("Action on a finding taken back");
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    @Test
    void each_planted_defect_is_found_with_evidence_and_gone_when_it_is_mended() {
        plant();
        lose("media/bedside.svg");

        run();

        assertThat(finding("DEAD_LINK").text()).contains(DEAD).contains("Nobody listens there");
        assertThat(finding("STALE").text()).contains("was due on");
        assertThat(finding("EXPIRED_LICENCE").text())
                .contains("held through")
                .contains("CC-BY-4.0")
                .contains("contract");
        assertThat(finding("WITHOUT_OBJECTIVE").text()).contains("says nothing");
        assertThat(finding("BROKEN_MEDIA").text())
                .contains("The file is not there")
                .contains("bedside-picture");
        assertThat(finding("NEAR_DUPLICATE").text())
                .contains("hand-hygiene-basics")
                .contains(FORGOTTEN)
                .contains("They share");
        assertThat(helga.go(AUDIT).text()).contains("What this audit does not see");

        assertThat(decide("STALE", Map.of("kind", "renew-review", "day", IN_A_MONTH))
                        .text())
                .contains("A file that the course shows is lost.");
        assertThat(decide("BROKEN_MEDIA", Map.of("kind", "drop-files")).text())
                .contains("The course is published without these steps.");
        assertThat(fact("blocks")).doesNotContain("bedside-picture");
        decide("EXPIRED_LICENCE", Map.of("kind", "renew-licence", "until", IN_A_MONTH));
        decide("STALE", Map.of("kind", "renew-review", "day", IN_A_MONTH));
        decide("WITHOUT_OBJECTIVE", Map.of("kind", "say-objective", "objective", "rub hands at the five moments"));
        decide("OWNERLESS", Map.of("kind", "name-somebody", "owner", "global-infection-prevention"));
        run();

        for (String kind : List.of("EXPIRED_LICENCE", "STALE", "WITHOUT_OBJECTIVE", "OWNERLESS", "BROKEN_MEDIA")) {
            assertThat(state(kind)).as(kind).isEqualTo("gone");
        }
        assertThat(state("DEAD_LINK")).isEqualTo("there");
    }

    @Test
    void a_link_is_led_elsewhere_and_back_again_but_not_where_the_course_was_changed_since() {
        plant();
        run();

        assertThat(decide("DEAD_LINK", Map.of("kind", "replace-links", "link-0", "elsewhere"))
                        .text())
                .contains("Write an address on the web");
        Answer led = decide("DEAD_LINK", Map.of("kind", "replace-links", "link-0", ALIVE));
        assertThat(led.text()).contains("The course is published with the new links.");
        assertThat(document()).contains(ALIVE).doesNotContain(DEAD);

        String act = led.find(UNDOING);
        helga.submit(page("DEAD_LINK") + "/acts/" + act + "/undoing", Map.of());
        assertThat(document()).contains(DEAD).doesNotContain(ALIVE);
        assertThat(helga.submit(page("DEAD_LINK") + "/acts/" + act + "/undoing", Map.of())
                        .text())
                .contains("already");

        String again = decide("DEAD_LINK", Map.of("kind", "replace-links", "link-0", ALIVE))
                .find(UNDOING);
        publish(planted().with("words/en.yaml", words -> words.replace("See [", "Look at [")));
        assertThat(helga.submit(page("DEAD_LINK") + "/acts/" + again + "/undoing", Map.of())
                        .text())
                .contains("The course was changed in this place since.");
    }

    @Test
    void what_was_accepted_is_known_again_until_its_day_or_until_more_comes() {
        plant();
        run();
        String duplicate = id("NEAR_DUPLICATE");

        assertThat(decide("NEAR_DUPLICATE", Map.of("kind", "accept", "lastDay", IN_A_MONTH))
                        .text())
                .contains("The finding is accepted.");
        run();

        assertThat(id("NEAR_DUPLICATE")).as("the same, and no other").isEqualTo(duplicate);
        assertThat(helga.go(AUDIT + "?shown=accepted").text()).contains(duplicate);
        assertThat(helga.go(AUDIT + "?shown=open").text()).doesNotContain(duplicate);
        core.change(
                "update audit_act set last_day = '2020-01-01' where finding_id = unhex(replace(?, '-', ''))",
                duplicate);
        assertThat(helga.go(AUDIT + "?shown=open").text()).contains(duplicate);
    }

    @Test
    void a_task_goes_to_the_owner_and_is_done_or_taken_back() {
        plant();
        run();
        String kept = "hand-hygiene-basics";

        Answer given = decide("NEAR_DUPLICATE", Map.of("kind", "task", "who", "Gesa", "by", IN_A_MONTH, "keep", kept));
        assertThat(given.text()).contains("Gesa").contains(kept);
        assertThat(helga.go(AUDIT + "?responsible=Gesa").text()).contains(id("NEAR_DUPLICATE"));
        String done = page("NEAR_DUPLICATE") + "/acts/" + given.find(UNDOING) + "/done";
        assertThat(nils.go(page("NEAR_DUPLICATE")).text())
                .contains("It is done")
                .doesNotContain("Take back");
        assertThat(nils.submit(done, Map.of()).text()).contains("The task is done.");
        assertThat(nils.submit(done, Map.of()).text()).contains("already");
    }

    @Test
    void several_are_decided_at_once_or_none() {
        plant();
        run();
        String seen = helga.go(AUDIT).find(SEEN);
        List<String> both = List.of(id("STALE"), id("WITHOUT_OBJECTIVE"));
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(seen));
        form.put("finding", both);
        form.put("do", List.of("task"));
        form.put("day", List.of(IN_A_MONTH));
        form.put("reason", List.of("Before the audit of the ministry."));

        assertThat(helga.submit(AUDIT, form).text()).contains("has no owner");
        assertThat(core.number("select count(*) from audit_act where enterprise_id = " + BOREALIS))
                .isZero();
        form.put("who", List.of("Gesa"));
        assertThat(helga.submit(AUDIT, form).text()).contains("2 tasks were given.");
        assertThat(nils.submit(AUDIT, form).status()).isEqualTo(403);
        form.put("finding", List.of());
        assertThat(helga.submit(AUDIT, form).text()).contains("Choose at least one finding");
    }

    @Test
    void a_run_whose_node_was_killed_is_begun_anew_and_one_that_kills_is_given_up() {
        plant();
        String cutOff = UUID.randomUUID().toString();
        core.change(OPEN_RUN, cutOff, 1, -60);
        assertThat(core.number("select count(*) from audit_finding where enterprise_id = " + BOREALIS))
                .as("nothing half")
                .isZero();

        awaitState(cutOff, "DONE");

        assertThat(core.text("select attempts from audit_run where id = unhex(replace(?, '-', ''))", cutOff))
                .isEqualTo("2");
        assertThat(state("STALE")).isEqualTo("there");

        String deadly = UUID.randomUUID().toString();
        core.change(OPEN_RUN, deadly, 3, -60);
        awaitState(deadly, "FAILED");
        core.change("update audit_run set id = unhex('ffffffffffffffffffffffffffffffff') where state = 'FAILED'"
                + " and enterprise_id = " + BOREALIS);
        assertThat(helga.go(AUDIT).text()).contains("cut off again and again");
    }

    @Test
    void a_run_is_stopped_and_there_is_only_one_at_a_time() {
        String elsewhere = "ffffffff-ffff-ffff-ffff-fffffffffffe";
        core.change(OPEN_RUN, elsewhere, 1, 3600);

        assertThat(helga.go(AUDIT).text()).contains("It is looking for").contains("Dead links");
        assertThat(helga.submit(AUDIT + "/runs", Map.of()).text()).contains("An audit is under way already.");
        assertThat(helga.submit(AUDIT + "/stopping", Map.of()).text())
                .contains("The audit is stopped.")
                .contains("was stopped on");
        assertThat(core.number("select count(*) from audit_finding where enterprise_id = " + BOREALIS))
                .isZero();
    }

    @Test
    void what_makes_no_sense_is_said_and_does_nothing_and_only_governors_decide(WholeStack.Site site) {
        plant();
        run();
        String stale = page("STALE");
        String before = document();

        assertThat(decide("STALE", Map.of("kind", "accept", "lastDay", "2999-01-01"))
                        .text())
                .contains("Choose a day");
        assertThat(decide("STALE", Map.of("kind", "renew-review", "day", "2020-01-01"))
                        .text())
                .contains("still to come");
        assertThat(decide("STALE", Map.of("kind", "drop-files")).text()).contains("cannot be done");
        assertThat(decide("STALE", Map.of("kind", "beauty")).text()).contains("cannot be done");
        assertThat(decide("STALE", Map.of("kind", "accept", "lastDay", IN_A_MONTH, "reason", " "))
                        .text())
                .contains("Say something here");
        assertThat(decide(
                                "STALE",
                                Map.of(
                                        "kind",
                                        "accept",
                                        "lastDay",
                                        IN_A_MONTH,
                                        "seen",
                                        UUID.randomUUID().toString()))
                        .text())
                .contains("Another run has come to its end");
        assertThat(helga.go(AUDIT + "/findings/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(helga.go(AUDIT + "/findings/none").status()).isEqualTo(404);
        assertThat(nils.submit(stale + "/acts", Map.of("kind", List.of("accept")))
                        .status())
                .isEqualTo(403);
        try (var ingrid = new Visitor(site, "en")) {
            ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
            assertThat(ingrid.go(stale.replace(CORE, "/e/acme")).status())
                    .as("another enterprise's does not exist")
                    .isEqualTo(404);
            assertThat(ingrid.go("/e/acme/audit/export").text()).doesNotContain(FORGOTTEN);
        }
        assertThat(document()).isEqualTo(before);
    }

    @Test
    void all_of_it_goes_into_a_spreadsheet_and_is_no_formula() {
        publish(planted().with("course.yaml", course -> course.replace("owner: tbd", "owner: \"=1+1\"")));
        run();

        Answer sheet = nils.go(AUDIT + "/export");

        assertThat(sheet.type()).startsWith("text/csv");
        assertThat(sheet.text())
                .contains("\"Dead links\"")
                .contains("\"" + FORGOTTEN + "\"")
                .contains("\"'=1+1\"");
        assertThat(nils.go(AUDIT + "/export?kind=dead-link").text()).doesNotContain("\"Out of date\"");
    }

    @Test
    void an_owner_who_works_in_the_core_no_more_is_found_until_somebody_else_answers_for_it() {
        publish(planted().with("course.yaml", course -> course.replace("owner: tbd", "owner: Paul Arndt")));
        run();
        assertThat(core.number(
                        "select count(*) from audit_finding where kind = 'OWNERLESS' and subjects like ?"
                                + " and enterprise_id = " + BOREALIS,
                        "%" + FORGOTTEN + "%"))
                .as("he is there")
                .isZero();
        String roles = core.text("select roles from identity_core_member where byline = 'Paul Arndt'");
        core.change("update identity_core_member set roles = '' where byline = 'Paul Arndt'");
        try {
            run();
            assertThat(finding("OWNERLESS").text()).contains("Paul Arndt</bdi>” is not there any more");
            decide("OWNERLESS", Map.of("kind", "name-somebody", "owner", "global-infection-prevention"));
            run();
            assertThat(state("OWNERLESS")).isEqualTo("gone");
        } finally {
            core.change("update identity_core_member set roles = ? where byline = 'Paul Arndt'", roles);
        }
    }

    /** A copy of a course, of which everything was forgotten. */
    private static EditedFolder planted() {
        return HYGIENE.files()
                .with(
                        "course.yaml",
                        course -> course.replaceFirst("course: .*", "course: " + FORGOTTEN)
                                .replaceFirst("objective: .*", "objective: tbd")
                                .replaceFirst("owner: .*", "owner: tbd")
                                .replaceFirst(
                                        "review-due: .*",
                                        "review-due: "
                                                + LocalDate.now(ZoneOffset.UTC).minusDays(3))
                                .replaceFirst("licence: own-work", "licence: CC-BY-4.0")
                                .replaceFirst("( +)source:", "$1until: 2026-01-31\n$1source:")
                                .replaceFirst(
                                        "objective: tbd",
                                        "$0\ntexts: {licence: contract, source: A publisher, until: 2026-02-28}"))
                .with("media/bedside.svg", svg -> svg + "<!-- another one -->\n")
                .with(
                        "words/en.yaml",
                        words -> words.replaceFirst("title: .*", "title: Hand hygiene forgotten")
                                .replace(
                                        "The first two protect",
                                        "See [what the hospital says](" + DEAD + ").\n\n      The first two protect"));
    }

    private void plant() {
        publish(planted());
    }

    /** Publishes what no gate would let through, because a governor has waived that. */
    private void publish(EditedFolder course) {
        operator.post(HYGIENE.packages(), "application/zip", course.zipped());
        for (String criterion : List.of("review-date", "licences")) {
            helga.submit(CORE + "/masters/" + FORGOTTEN + "/quality/waivers", WaiverForm.of(criterion))
                    .must();
        }
        operator.post(HYGIENE.packages(), "application/zip", course.zipped()).must();
    }

    /** Is lost from the store, once every cell has it: what none can fetch would hold up all that follows. */
    private void lose(String file) {
        CELLS.forEach(cell -> feed.awaitEverything(cell, "borealis"));
        String digest = sha256(planted().text(file));
        try (Stream<Path> files = Files.walk(blobs)) {
            for (Path each : files.filter(path -> path.getFileName().toString().equals(digest))
                    .toList()) {
                Files.delete(each);
                lost.add(each);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        assertThat(lost).isNotEmpty();
    }

    private void bringBack() {
        for (Path each : lost) {
            try {
                Files.createDirectories(each.getParent());
                Files.writeString(each, planted().text("media/bedside.svg"));
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void run() {
        long before = done();
        assertThat(helga.submit(AUDIT + "/runs", Map.of()).text()).contains("The audit begins in a moment.");
        Patience.of(LONG_ENOUGH).until("the audit is done", () -> done() > before);
    }

    private long done() {
        return core.number("select count(*) from audit_run where state = 'DONE' and enterprise_id = " + BOREALIS);
    }

    private void awaitState(String run, String state) {
        Patience.of(LONG_ENOUGH)
                .until(
                        "the run is " + state,
                        () -> core.text("select state from audit_run where id = unhex(replace(?, '-', ''))", run),
                        state::equals);
    }

    private String id(String kind) {
        return core.text(
                        "select lower(hex(id)) from audit_finding where kind = ? and subjects like ? and enterprise_id = "
                                + BOREALIS,
                        kind,
                        "%" + FORGOTTEN + "%")
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private String page(String kind) {
        return AUDIT + "/findings/" + id(kind);
    }

    private Answer finding(String kind) {
        return helga.go(page(kind));
    }

    private String state(String kind) {
        return core.text(
                "select if(gone_at is null, 'there', 'gone') from audit_finding where id = unhex(replace(?, '-', ''))",
                id(kind));
    }

    private Answer decide(String kind, Map<String, String> said) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(finding(kind).find(SEEN)));
        form.put("reason", List.of("So it is right."));
        said.forEach((name, value) -> form.put(name, List.of(value)));
        return helga.submit(page(kind) + "/acts", form);
    }

    /** The newest version of the planted course. */
    private String document() {
        return core.text("select v.document from content_asset_version v join content_asset a"
                + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + FORGOTTEN
                + "' order by v.number desc limit 1");
    }

    private String fact(String name) {
        return core.text("select coalesce(json_value(v.document, '$.facts." + name
                + "'), json_extract(v.document, '$." + name + "')) from content_asset_version v join content_asset a"
                + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + FORGOTTEN
                + "' order by v.number desc limit 1");
    }
}
