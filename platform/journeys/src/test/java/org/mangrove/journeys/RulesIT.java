package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What a governor demands in the core comes to the markets, and to no more of them than it is about. */
@ExtendWith(WholeStack.class)
class RulesIT {

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final String RULES = "/e/acme/masters/" + COURSE + "/rules";
    private static final String GERMAN = "72 Stunden, auch am Wochenende";
    private static final String WORKS_COUNCIL = "Protokolle kontrollieren nicht Ihre Leistung";

    private static final String NO_TIDYING_IN_GERMAN = "Bitte nicht aufräumen";
    private static final String NO_TIDYING_IN_ARABIC = "لا ترتّب ولا تنظّف";

    private static final String ANOTHER_HEADING = """
            space: acme-at
            changes:
              - operation: SET
                block: report-duty
                reason: A market of its own.
                words:
                  en:
                    heading: Another
            """;

    private Visitor ingrid;
    private Visitor lena;
    private Visitor noura;
    private Rows core;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        core = Rows.ofCore(stack);
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        lena = enrolled(site, Learner.LENA);
        noura = enrolled(site, Learner.NOURA);
    }

    @AfterEach
    void tearDown() {
        take("locks", "lineage_lock", "lifted_at", "lifting");
        take("claims", "lineage_claim", "taken_back_at", "taking-back");
        List.of(ingrid, lena, noura).forEach(Visitor::close);
    }

    @Test
    void a_lock_withholds_what_a_market_has_changed_and_lifting_it_brings_it_back() {
        assertThat(section(lena, Learner.LENA)).contains(GERMAN);

        assertThat(ingrid.submit(RULES + "/locks", RulesForm.lock("report-duty/heading", "LOCKED", 30))
                        .text())
                .contains("The lock is set.")
                .contains("report-duty/heading");
        assertThat(section(lena, Learner.LENA)).as("in grace").contains(GERMAN);
        ingrid.submit(RULES + "/locks", RulesForm.lock("report-duty/heading", "LOCKED", 0));
        until(
                "the German heading is withheld",
                () -> !section(lena, Learner.LENA).contains(GERMAN));
        assertThat(section(lena, Learner.LENA)).as("what is not locked stays").contains(WORKS_COUNCIL);
        assertThat(ingrid.go("/e/acme/masters/" + COURSE + "/versions/1?market=acme-de")
                        .text())
                .as("headquarters sees the same")
                .doesNotContain(GERMAN);

        take("locks", "lineage_lock", "lifted_at", "lifting");
        until("the German heading is back", () -> section(lena, Learner.LENA).contains(GERMAN));
    }

    @Test
    void a_text_that_was_verified_for_one_law_is_shown_under_that_law_only() {
        assertThat(section(noura, Learner.NOURA)).contains(NO_TIDYING_IN_ARABIC);

        ingrid.submit(RULES + "/claims", RulesForm.claim("keep-traces/body", "EU", RulesForm.FAR_AHEAD));

        until(
                "the block is gone in Riyadh",
                () -> !section(noura, Learner.NOURA).contains(NO_TIDYING_IN_ARABIC));
        assertThat(section(lena, Learner.LENA)).contains(NO_TIDYING_IN_GERMAN);
        take("claims", "lineage_claim", "taken_back_at", "taking-back");
        until("the block is back in Riyadh", () -> section(noura, Learner.NOURA).contains(NO_TIDYING_IN_ARABIC));
    }

    @Test
    void what_a_market_must_say_itself_keeps_the_course_back_until_it_does(WholeStack.Site site) {
        ingrid.submit(RULES + "/locks", RulesForm.lock("report-duty/heading", "MUST_LOCALIZE", 0));

        try (var anna = new Visitor(site, "de")) {
            anna.signOn(Learner.ANNA);
            until(
                    "the course is not offered in Austria, which says nothing of its own",
                    () -> !offers(anna, Learner.ANNA));
        }
        assertThat(offers(lena, Learner.LENA)).isTrue();
    }

    @Test
    void what_makes_no_sense_is_told_where_it_stands_and_changes_nothing() {
        var wrong = new HashMap<>(RulesForm.lock("report-duty/nothing", "LOCKED", 0));
        Answer noText = ingrid.send(RULES + "/locks", wrong);
        wrong.putAll(Map.of("target", List.of(""), "grace", List.of("a while")));
        Answer noGrace = ingrid.send(RULES + "/locks", wrong);
        Answer noLaw =
                ingrid.send(RULES + "/claims", RulesForm.claim("report-duty/body", "Germany", RulesForm.FAR_AHEAD));
        Answer past = ingrid.send(RULES + "/claims", RulesForm.claim("report-duty/body", "DE", "2020-01-01"));

        assertThat(noText.status()).isEqualTo(400);
        assertThat(noText.text()).contains("The course has no such text.", "One voice");
        assertThat(noGrace.text()).contains("Write a number of days from 0 to 366.");
        assertThat(noLaw.text()).contains("Write a country such as DE");
        assertThat(past.text()).contains("This day is over.");
        assertThat(ingrid.send(RULES + "/claims", RulesForm.claim("report-duty/body", "DE", "2999-12-31"))
                        .text())
                .contains("Write a day within the next 10 years");
        assertThat(core.number("select count(*) from lineage_lock where lifted_at is null and subject = ?", COURSE))
                .isZero();
    }

    @Test
    void a_market_cannot_change_what_is_locked_and_may_hand_in_again_what_it_changed_before(Stack stack) {
        ingrid.submit(RULES + "/locks", RulesForm.lock("report-duty/heading", "LOCKED", 30));
        var operator = new Operator(stack);
        DemonstrationCourse course = DemonstrationCourse.SECURITY;

        Answer asBefore = operator.post(
                course.packages(), "application/zip", course.files().zipped());
        Answer changed = operator.post(
                course.packages(),
                "application/zip",
                course.files()
                        .withFile("overlays/acme-at.yaml", ANOTHER_HEADING)
                        .zipped());

        assertThat(asBefore.status()).as(asBefore.text()).isEqualTo(200);
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.text()).contains("“report-duty/heading” is locked", "One voice");
    }

    @Test
    void only_a_governor_demands_anything(WholeStack.Site site) {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
            assertThat(oliver.go(RULES).text())
                    .contains("Locks and verifications")
                    .doesNotContain("<form class=\"stack\"");

            assertThat(oliver.send(RULES + "/locks", RulesForm.lock("", "LOCKED", 0))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static Visitor enrolled(WholeStack.Site site, Learner learner) {
        var visitor = new Visitor(site, learner.language());
        visitor.signOn(learner);
        visitor.submit(learner.at("/courses/" + COURSE + "/enrolment"), Map.of());
        return visitor;
    }

    private static boolean offers(Visitor visitor, Learner learner) {
        return visitor.go(learner.at("/catalogue")).text().contains("/courses/" + COURSE + "\"");
    }

    private static String section(Visitor visitor, Learner learner) {
        return visitor.go(learner.at("/courses/" + COURSE + "/sections/first-hour"))
                .text();
    }

    private void take(String what, String table, String ended, String how) {
        core.read(
                        "select lower(hex(id)) from " + table + " where " + ended + " is null",
                        List.of(),
                        row -> row.getString(1))
                .forEach(id -> ingrid.submit(RULES + "/" + what + "/" + dashed(id) + "/" + how, Map.of()));
    }

    private static String dashed(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static void until(String what, Patience.Question<Boolean> holds) {
        Patience.USUAL.until(what, holds);
    }
}
