package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What one course says is shown in another, where it goes along or stays, down to those who read it. */
@ExtendWith(WholeStack.class)
class ReusedBlocksIT {

    private static final String CORE = "/e/borealis";
    private static final String SOURCE = "rungs-and-rails";
    private static final String USER = "scaffolds-at-work";
    private static final String BODY = "words.body";
    private static final String FIRST = "Never stand on the topmost step.";
    private static final String SECOND = "Never stand on the two topmost steps.";

    private WholeStack.Site site;
    private Operator operator;
    private Visitor nils;
    private Rows core;

    @BeforeEach
    void setUp(WholeStack.Site whole, Stack stack) {
        site = whole;
        operator = new Operator(stack);
        core = Rows.ofCore(stack);
        nils = new Visitor(site, "en");
        nils.signOnAt(CORE, "/masters", "nils.petersen", Learner.PASSWORD);
    }

    @AfterEach
    void tearDown() {
        nils.close();
        String ofBoth =
                " where enterprise_id in (select enterprise_id from tenancy_enterprise where slug in ('acme', 'borealis'))";
        List.of("authoring_file", "authoring_step", "authoring_block", "authoring_draft")
                .forEach(table -> core.change("delete from " + table + ofBoth));
    }

    @Test
    void a_pin_gives_way_to_the_law_and_what_a_gate_refuses_waits_for_somebody() {
        String acme = "/e/acme";
        String user = acme + "/masters/kitchen-at-work";
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt(acme, "/masters", "oliver.stein", Learner.PASSWORD);
            publishSource(oliver, acme, "kettles-and-steam");
            var draft = begunUser(oliver, acme);
            String pinned = show(draft, "kettles-and-steam", "section.part-1", "pinned");
            draft.describe("kitchen-at-work");
            assertThat(draft.publish("major").text()).contains("Published as version 1");
            oliver.submit(user + "/retirement", RetirementForm.of(LocalDate.now(ZoneOffset.UTC), "ORDINARY", ""));

            var source = DraftedCourse.revised(oliver, acme, "kettles-and-steam");
            source.write("text-1", Map.of(BODY, List.of(SECOND)));
            assertThat(source.publish("regulatory").text()).contains("Published as version 2");

            Patience.USUAL.until(
                    "what is retired is not published and waits",
                    () -> oliver.go(user).text().contains("Version 2 waits for somebody"));
            oliver.submit(user + "/retirement/taking-back", RetirementForm.because("Needed after all"));
            oliver.go(user);
            assertThat(oliver.submit(user + "/following", Map.of()).text()).contains("tried again");
            Patience.USUAL.until(
                    "the pin has moved to what the law demands",
                    () -> versionsOf("acme", "kitchen-at-work").equals("1MAJOR,2REGULATORY"));
            assertThat(oliver.go(user).text()).contains("Pinned to version 2").doesNotContain("waits for somebody");
            assertThat(oliver.go(user + "/versions/2").text()).contains("id=\"" + pinned + "\"", SECOND);
        }
    }

    @Test
    void what_one_course_says_another_shows_and_follows_and_what_is_pinned_stays() {
        publishSource(nils, CORE, SOURCE);
        publishUser();
        assertThat(nils.go(CORE + "/masters/" + SOURCE).text())
                .contains("Where its blocks are shown", USER, "Follows what is published", "Pinned to version 1");
        assertThat(nils.go(CORE + "/masters/" + USER).text()).contains("What its reused blocks show", SOURCE);
        try (var uwe = new Visitor(site, "en")) {
            uwe.signOn(Learner.UWE);
            Patience.USUAL.until(
                    "the course has come to the cell",
                    () -> uwe.go(Learner.UWE.at("/courses/" + USER)).status() == 200);
            uwe.submit(Learner.UWE.at("/courses/" + USER + "/enrolment"), Map.of());
            assertThat(section(uwe)).contains("id=\"text-1\"", "id=\"text-2\"", FIRST);

            publishNewer();

            Patience.USUAL.until(
                    "what follows says the new words", () -> section(uwe).contains(SECOND));
            assertThat(section(uwe)).as("what is pinned stays").contains(FIRST);
        }
        assertThat(versionsOf("borealis", USER))
                .as("one version more, of the same class")
                .isEqualTo("1MAJOR,2MINOR");

        aPinnedOneIsOfferedTheNewerVersion();
        aPackageIsTakenWhereWhatItShowsIs();
        whatIsGoneKeepsWhatItSaidLast();
    }

    private String versionsOf(String enterprise, String course) {
        return core.text("select group_concat(concat(v.number, v.change_class) order by v.number) from"
                + " content_asset_version v join content_asset a on a.enterprise_id = v.enterprise_id and"
                + " a.id = v.asset_id join tenancy_enterprise e on e.enterprise_id = a.enterprise_id"
                + " where e.slug = '" + enterprise + "' and a.slug = '" + course + "'");
    }

    private static void publishSource(Visitor author, String core, String key) {
        var draft = DraftedCourse.begun(author, core);
        draft.write("course", Map.of("words.summary", List.of("How a ladder stays where it stands.")));
        draft.write("section.part-1", Map.of("words.title", List.of("Before you climb")));
        draft.write(draft.insert("text", "section.part-1"), Map.of(BODY, List.of(FIRST)));
        draft.describe(key);
        assertThat(draft.publish("major").text()).contains("Published as version 1");
    }

    private static DraftedCourse begunUser(Visitor author, String core) {
        var draft = DraftedCourse.begun(author, core);
        draft.write(
                "course",
                Map.of(
                        "words.title", List.of("Scaffolds at work"),
                        "words.summary", List.of("What carries you.")));
        draft.write("section.part-1", Map.of("words.title", List.of("What holds for ladders, too")));
        return draft;
    }

    private void publishUser() {
        var draft = begunUser(nils, CORE);
        assertThat(nils.go(draft.home() + "/reuse?after=section.part-1&words=topmost+step")
                        .text())
                .contains("1 block", FIRST.substring(0, 20), "Pin to version 1");
        String following = show(draft, SOURCE, "section.part-1", "following");
        String pinned = show(draft, SOURCE, following, "pinned");
        assertThat(List.of(following, pinned)).containsExactly("text-1", "text-2");
        assertThat(nils.go(draft.home() + "/blocks/" + following).text())
                .contains("It is written there.", "Follows what is published", FIRST)
                .doesNotContain("name=\"words.body\"");
        draft.describe(USER);
        assertThat(draft.publish("major").text()).contains("Published as version 1");
    }

    private static String show(DraftedCourse draft, String course, String after, String way) {
        return draft.act("reuse", Map.of("after", after, "course", course, "block", "text-1", "way", way))
                .address()
                .getPath()
                .replaceFirst(".*/", "");
    }

    private void publishNewer() {
        var draft = DraftedCourse.revised(nils, CORE, SOURCE);
        draft.write("text-1", Map.of(BODY, List.of(SECOND)));
        assertThat(nils.go(draft.home() + "/release").text())
                .contains("Where this is shown, too", USER, "Changes, too", "Stays as in version 1");
        assertThat(draft.publish("minor").text()).contains("Published as version 2");
    }

    private void aPinnedOneIsOfferedTheNewerVersion() {
        var draft = DraftedCourse.revised(nils, CORE, USER);
        assertThat(draft.send("blocks/text-2", Map.of("seen", "0", "language", "en", BODY, "Mine"))
                        .status())
                .as("it is written where it is said")
                .isEqualTo(409);
        assertThat(nils.go(draft.home() + "/blocks/text-2").text())
                .contains(
                        "Version 2 says it otherwise",
                        "<ins>two </ins>topmost <del>step</del><ins>steps</ins>",
                        "Show version 2");

        assertThat(draft.act("blocks/text-2/reuse", Map.of("way", "pinned")).text())
                .contains("Pinned to version 2", SECOND)
                .doesNotContain("says it otherwise");
        draft.act("blocks/text-1/reuse", Map.of("way", "own"));
        assertThat(nils.go(draft.home() + "/blocks/text-1").text()).contains("name=\"words.body\"", SECOND);
        assertThat(draft.publish("minor").text()).contains("Published as version 3");
        assertThat(nils.go(CORE + "/masters/" + SOURCE).text())
                .contains("Pinned to version 2")
                .doesNotContain("Follows what is published");
    }

    private void whatIsGoneKeepsWhatItSaidLast() {
        var draft = DraftedCourse.revised(nils, CORE, SOURCE);
        draft.insert("text", "text-1");
        draft.write("text-2", Map.of(BODY, List.of("Something else.")));
        draft.act("removing", Map.of("block", "text-1"));
        assertThat(draft.publish("minor").text()).contains("Published as version 3");

        var user = DraftedCourse.revised(nils, CORE, USER);
        assertThat(nils.go(user.home() + "/blocks/text-2").text()).contains("does not have the block any more", SECOND);
        assertThat(user.act("discarding", Map.of()).status()).isEqualTo(200);
    }

    private void aPackageIsTakenWhereWhatItShowsIs() {
        byte[] user = nils.go(CORE + "/masters/" + USER + "/package").body();
        byte[] source = nils.go(CORE + "/masters/" + SOURCE + "/package").body();
        String elsewhere = "/operator/api/enterprises/acme/course-packages";

        assertThat(operator.post(elsewhere, "application/zip", user).status()).isEqualTo(400);
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
            assertThat(oliver.uploadPackage("/e/acme/masters", user).text())
                    .contains("course.yaml:", "which is not published here", "Publish that course here");
        }

        operator.post(elsewhere, "application/zip", source).must();
        operator.post(elsewhere, "application/zip", user).must();
        assertThat(core.text("select count(distinct v.digest) from content_asset_version v join content_asset a on"
                        + " a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = '" + USER
                        + "' and v.number = (select max(o.number) from content_asset_version o where"
                        + " o.enterprise_id = v.enterprise_id and o.asset_id = v.asset_id)"))
                .as("the same course has the same digest in both")
                .isEqualTo("1");
    }

    private String section(Visitor reader) {
        return reader.go(Learner.UWE.at("/courses/" + USER + "/sections/part-1"))
                .text();
    }
}
