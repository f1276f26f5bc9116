package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.journeys.DemonstrationCourse.HYGIENE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What falls short is not published before somebody mends it, or answers for it. */
@ExtendWith(WholeStack.class)
class QualityIT {

    private static final String COURSE = HYGIENE.slug();
    private static final String QUALITY = "/e/borealis/masters/" + COURSE + "/quality";
    private static final String WORDS = "words/en.yaml";
    private static final String GOOD = "A patient lies in a bed. Beside it stands a nurse";
    private static final String BAD = "Picture of a patient. Beside it stands a nurse";

    private Operator operator;
    private Rows core;
    private Visitor helga;
    private Visitor nils;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        operator = new Operator(stack);
        core = Rows.ofCore(stack);
        helga = new Visitor(site, "en");
        helga.signOnAt("/e/borealis", "/masters", "helga.brenner", Learner.PASSWORD);
        nils = new Visitor(site, "en");
        nils.signOnAt("/e/borealis", "/masters", "nils.petersen", Learner.PASSWORD);
    }

    @AfterEach
    void tearDown() {
        core.change("update quality_waiver set taken_back_by = given_by, taken_back_at = given_at"
                + " where course_slug = '" + COURSE + "' and taken_back_at is null");
        publish(HYGIENE.files()).must();
        List.of(helga, nils).forEach(Visitor::close);
    }

    @Test
    void a_version_that_falls_short_is_refused_then_waived_then_published_and_the_waiver_taken_back() {
        EditedFolder bad = HYGIENE.files().with(WORDS, words -> words.replace(GOOD, BAD));
        String before = versions();

        Answer refused = publish(bad);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("content.publishing.refused")
                .contains("bedside-picture/alt, en")
                .contains("quality.finding.alt-says-picture");
        assertThat(versions()).as("nothing was published").isEqualTo(before);
        assertThat(helga.go("/e/borealis/reviews").text()).contains("Refused").contains(COURSE);
        assertThat(nils.go(QUALITY).text())
                .contains("was refused")
                .contains("bedside-picture/alt, en")
                .doesNotContain("Waive a criterion");

        assertThat(helga.submit(QUALITY + "/waivers", WaiverForm.of("alternative-text"))
                        .text())
                .contains("The criterion is waived.")
                .contains("The new pictures come next week.")
                .contains("All that kept it back is waived now.");
        publish(bad).must();

        assertThat(versions()).isNotEqualTo(before);
        assertThat(nils.go(QUALITY).text())
                .contains("bedside-picture/alt, en")
                .contains("Waived")
                .doesNotContain("was refused");

        helga.submit(QUALITY + "/waivers/" + waiver() + "/taking-back", Map.of());
        assertThat(helga.go("/e/borealis/governance/decisions").text())
                .contains("Criterion waived", "Waiver taken back", "The new pictures come next week.");
        Answer again = publish(bad.with(WORDS, words -> words.replace(BAD, BAD + " again")));
        assertThat(again.status()).as("taken back, it counts no more").isEqualTo(400);
    }

    @Test
    void a_waiver_that_has_run_out_counts_no_more() {
        helga.submit(QUALITY + "/waivers", WaiverForm.of("alternative-text"));
        core.change("update quality_waiver set last_day = '2020-01-01' where course_slug = '" + COURSE + "'");

        assertThat(publish(HYGIENE.files().with(WORDS, words -> words.replace(GOOD, BAD)))
                        .status())
                .isEqualTo(400);
        assertThat(helga.go(QUALITY).text()).contains("Has run out");
    }

    @Test
    void a_waiver_says_why_and_until_when_and_only_a_governor_gives_one() {
        var silent = new HashMap<>(WaiverForm.of("licences"));
        silent.put("reason", List.of(" "));
        var endless = new HashMap<>(WaiverForm.of("licences"));
        endless.put("lastDay", List.of("2999-01-01"));
        var unknown = WaiverForm.of("beauty");

        assertThat(helga.submit(QUALITY + "/waivers", silent).text()).contains("Say why");
        assertThat(helga.submit(QUALITY + "/waivers", endless).text()).contains("Choose a day");
        assertThat(helga.submit(QUALITY + "/waivers", unknown).text()).contains("There is no such criterion.");
        assertThat(nils.submit(QUALITY + "/waivers", WaiverForm.of("licences")).status())
                .isEqualTo(403);
    }

    @Test
    void a_file_without_a_licence_is_named() {
        Answer refused = publish(HYGIENE.files().with("course.yaml", course -> course.replace("own-work", "found")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("media/bedside.svg").contains("quality.finding.licence-unknown");
    }

    @Test
    void what_is_due_soon_waits_and_is_no_formula_in_a_spreadsheet() {
        publish(reviewed(10).with("course.yaml", course -> course.replaceFirst("owner: .*", "owner: \"=1+1\"")))
                .must();

        assertThat(helga.go("/e/borealis/reviews").text())
                .contains("Hand hygiene basics")
                .contains("Due in 10 days")
                .contains("The owner");
        assertThat(helga.go("/e/borealis/masters").text()).contains("Due in 10 days");
        Answer sheet = helga.go("/e/borealis/reviews/csv");
        assertThat(sheet.type()).startsWith("text/csv");
        assertThat(sheet.text())
                .contains("\"hand-hygiene-basics\"")
                .contains("\"'=1+1\"")
                .contains("\"10\"");
    }

    @Test
    void a_review_that_is_long_over_is_the_governors_business_and_keeps_a_version_back() {
        EditedFolder late = reviewed(-31);
        assertThat(publish(late).text()).contains("quality.finding.review-over");

        helga.submit(QUALITY + "/waivers", WaiverForm.of("review-date"));
        publish(late).must();

        assertThat(helga.go("/e/borealis/reviews").text())
                .contains("31 days overdue")
                .contains("The owner, the steward and the governors");
        assertThat(helga.go("/e/borealis/reviews/csv").text()).contains("\"-31\"");
    }

    @Test
    void an_enterprise_demands_more_than_the_platform() {
        String plain = "Employees communicate irregularities electronically. ".repeat(65);

        Answer refused = operator.post(
                DemonstrationCourse.FEEDBACK.packages(),
                "application/zip",
                DemonstrationCourse.FEEDBACK
                        .files()
                        .with(WORDS, words -> words.replaceFirst("(?m)^summary: .*$", "summary: \"" + plain + "\""))
                        .zipped());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("quality.finding.too-hard").contains("at least 60");
    }

    private static EditedFolder reviewed(int days) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        return HYGIENE.files()
                .with("course.yaml", course -> course.replaceFirst("review-due: .*", "review-due: " + day));
    }

    private Answer publish(EditedFolder course) {
        return operator.post(HYGIENE.packages(), "application/zip", course.zipped());
    }

    private String versions() {
        return core.text("select count(*) from content_asset_version v join content_asset a"
                + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + COURSE + "'");
    }

    private String waiver() {
        return core.text(
                "select lower(concat(substr(hex(id), 1, 8), '-', substr(hex(id), 9, 4), '-', substr(hex(id), 13, 4),"
                        + " '-', substr(hex(id), 17, 4), '-', substr(hex(id), 21))) from quality_waiver order by id desc limit 1");
    }
}
