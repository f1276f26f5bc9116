package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What is locked above is refused by a cell's database too, as a mistake in the platform would write it. */
@ExtendWith(WholeStack.class)
class LockedRowsIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String RULES = "/e/acme/masters/" + MASTER.slug() + "/rules";
    private static final String REFUSED = "What is locked above is not said otherwise";
    private static final String OURS = "Sharing feedback at work";

    private Rows eu;
    private Rows core;
    private Visitor ingrid;
    private Visitor jonas;
    private LocalTexts texts;

    @BeforeEach
    void setUp(WholeStack.Site site, Stack stack) {
        eu = Rows.ofCell(stack, "eu");
        core = Rows.ofCore(stack);
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        jonas = new Visitor(site, "en");
        jonas.signOn("acme-de", "jonas.weber", Learner.PASSWORD);
        jonas.submit("/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        texts = new LocalTexts(jonas, "acme-de", MASTER.slug());
        texts.takeEverythingBack();
    }

    @AfterEach
    void tearDown() {
        lift();
        texts.takeEverythingBack();
        List.of(ingrid, jonas).forEach(Visitor::close);
    }

    @Test
    void the_database_refuses_what_is_locked_whoever_writes_and_keeps_what_was_there() {
        texts.say("course", "title", "en", OURS);
        texts.say("course", "summary", "en", "Our own summary");
        lock("course/title", "LOCKED");

        assertThatThrownBy(() -> replace(OURS, "Another title")).hasStackTraceContaining(REFUSED);
        assertThatThrownBy(() -> replace("\"reason\":", "\"expiresAt\":\"2031-01-01T00:00:00Z\",\"reason\":"))
                .as("for another time")
                .hasStackTraceContaining(REFUSED);
        assertThat(replace("Our own summary", "Our better summary"))
                .as("what is not locked, beside what was there before")
                .isEqualTo(1);
        replace("Our better summary", "Our own summary");
        assertThatThrownBy(() -> eu.change("insert into lineage_local_overlay"
                        + " (tenant_id, id, asset_type, asset_slug, revision, digest, document)"
                        + " select o.tenant_id, unhex('00'), o.asset_type, o.asset_slug, 1, o.digest, o.document"
                        + ofOurs()))
                .as("a row anew")
                .hasStackTraceContaining("begins with nothing");
        assertThatThrownBy(() -> eu.change("update lineage_local_overlay o join tenancy_tenant t"
                        + " on t.tenant_id = o.tenant_id set o.asset_slug = 'another'"
                        + ofOurs().replaceFirst("^.*where", " where")))
                .as("what was said of something else")
                .hasStackTraceContaining("stays with what it is about");
    }

    @Test
    void what_is_locked_with_its_block_its_course_or_all_courses_is_refused_until_it_is_lifted() {
        texts.say("course", "title", "en", OURS);
        for (String target : List.of("course", "")) {
            lock(target, "LOCKED");
            assertThatThrownBy(() -> replace(OURS, "Another title"))
                    .as("locked by: %s", target)
                    .hasStackTraceContaining(REFUSED);
            lift();
        }

        lock("course/title", "APPROVE");
        assertThat(replace(OURS, "Another title")).as("not locked").isEqualTo(1);
        assertThat(replace("Another title", OURS)).isEqualTo(1);
    }

    @Test
    void what_people_may_do_they_can_do_beside_a_lock() {
        texts.say("course", "title", "en", OURS);
        lock("course/title", "LOCKED");

        assertThat(texts.send("texts/course/title", Map.of("words.en", "Another title"))
                        .status())
                .isEqualTo(400);
        assertThat(texts.say("course", "summary", "en", "Our own summary").text())
                .contains("Saved. Readers here see it now.");
        assertThat(texts.act("accepting", Map.of("subject", "course/title")).text())
                .contains("Readers here see what comes from above.");
        assertThat(texts.send("restoring", Map.of("revision", "1")).status())
                .as("what was given up does not come back")
                .isEqualTo(400);
        lift();
        assertThat(texts.say("course", "title", "en", OURS).text()).contains("Saved. Readers here see it now.");
    }

    private static String ofOurs() {
        return " from lineage_local_overlay o join tenancy_tenant t on t.tenant_id = o.tenant_id"
                + " where t.slug = 'acme-de' and o.asset_slug = '" + MASTER.slug() + "'";
    }

    /** As if somebody wrote past all that would ask them. */
    private int replace(String words, String others) {
        return eu.change(
                "update lineage_local_overlay o join tenancy_tenant t on t.tenant_id = o.tenant_id"
                        + " set o.document = replace(o.document, ?, ?)"
                        + ofOurs().replaceFirst("^.*where", " where"),
                words,
                others);
    }

    private void lock(String target, String hold) {
        ingrid.submit(RULES + "/locks", RulesForm.lock(target, hold, 30));
        String told = "select count(*) from lineage_rules_copy where subject = ? and document like ?";
        Patience.USUAL.until(
                "the cell has heard of the lock",
                () -> eu.number(told, MASTER.slug(), "%\"hold\":\"" + hold + "\"%") == 1);
    }

    private void lift() {
        core.read("select lower(hex(id)) from lineage_lock where lifted_at is null", List.of(), row -> row.getString(1))
                .forEach(id -> ingrid.submit(
                        RULES + "/locks/" + id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                                + "/lifting",
                        Map.of()));
        Patience.USUAL.until(
                "the cell has heard that nothing is locked",
                () -> eu.number(
                                "select count(*) from lineage_rules_copy where subject = ?"
                                        + " and document like '%\"hold\":%'",
                                MASTER.slug())
                        == 0);
    }
}
