package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Ground;
import org.mangrove.core.content.Pin;
import org.mangrove.core.content.Pinned;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Drift;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.policy.PlatformFigures;
import org.mangrove.core.tenancy.Definitions;

class DeskTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final String CALL = "Call 999 at once.";
    private static final Drift NOTHING = new Drift(List.of(), 0, 0, 0);
    private static final CourseFacts FACTS = new CourseFacts(
            "fire-safety",
            "safety",
            20,
            "Knows what to do when it burns",
            "Head of safety",
            "Safety team",
            LocalDate.of(2027, 1, 31),
            80,
            Optional.empty(),
            List.of(Locale.ENGLISH));

    @Test
    void a_text_that_nobody_has_touched_is_as_above() {
        Desk desk = desk(version(1, CALL), Rules.none("course", "fire-safety"));

        assertThat(standing(desk)).isEqualTo(Standing.AS_ABOVE);
        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.joinable()).isEmpty();
        assertThat(desk.own().revision()).isZero();
    }

    @Test
    void what_has_changed_above_shows_in_each_of_its_ways() {
        Adaptation ours = set("Call 112 at once.", CALL);

        assertThat(standing(CALL, ours)).isEqualTo(Standing.OURS);
        assertThat(standing("Call 112 at once.", ours)).isEqualTo(Standing.EQUAL);
        assertThat(standing("Call 999 at once, please.", ours)).isEqualTo(Standing.JOINABLE);
        assertThat(standing("Call 911 at once.", ours)).isEqualTo(Standing.DISPUTED);
    }

    @Test
    void what_was_said_about_a_block_that_is_gone_is_not_lost() {
        Desk desk = desk(
                AssetVersion.of(FACTS, 2, ChangeClass.MAJOR, NOW, List.of(head())),
                Rules.none("course", "fire-safety"),
                set("Call 112 at once.", CALL),
                Adaptation.of(new Change.Hide("call"), "Not here"));

        assertThat(desk.lost()).extracting(DeskText::subject).containsExactly("call/body", "call hidden");
        assertThat(desk.lost().getFirst().standing()).isEqualTo(Standing.GONE);
        assertThat(desk.waiting()).hasSize(2);
    }

    @Test
    void what_the_law_has_withdrawn_is_looked_at_also_where_it_could_be_joined() {
        var rules = new Rules(
                Locks.none("course", "fire-safety"),
                List.of(),
                List.of(new Withdrawal("call", "body", LineageJson.digestOf(words(CALL)), NOW, List.of())),
                List.of("DE"));

        Desk desk = desk(version(2, "Call 999 at once, please."), rules, set("Call 112 at once.", CALL));

        assertThat(standing(desk)).isEqualTo(Standing.OUTLAWED);
        assertThat(desk.joinable()).isEmpty();
        assertThat(desk.waiting()).hasSize(1);
    }

    @Test
    void a_lock_lets_no_text_be_changed_and_withholds_what_was_after_its_grace() {
        Duration grace = Duration.ofDays(1);
        var lock = new LockRule(
                "global",
                Level.GLOBAL,
                LockRule.Scope.BLOCK,
                "fire-safety/call",
                LockRule.Hold.LOCKED,
                NOW.minus(grace),
                NOW.plus(grace),
                "Ingrid",
                "One voice");
        var rules = new Rules(new Locks("course", "fire-safety", List.of(lock)), List.of(), List.of(), List.of("DE"));
        Ground ground = ground(version(1, CALL), rules, set("Call 112 at once.", CALL));
        Desk changedAbove = desk(version(2, "Call 999 at once, please."), rules, set("Call 112 at once.", CALL));

        assertThat(standing(changedAbove))
                .as("what could be joined is not, for that would be another text")
                .isEqualTo(Standing.DISPUTED);
        assertThat(changedAbove.joinable()).isEmpty();
        assertThat(standing(Desk.of(ground, "acme-de", NOW))).isEqualTo(Standing.IN_GRACE);
        Desk later = Desk.of(ground, "acme-de", NOW.plus(grace));
        assertThat(standing(later)).isEqualTo(Standing.WITHHELD);
        assertThat(later.find("call", "body").orElseThrow().lock()).contains(lock);
        assertThat(later.find("call").orElseThrow().lock()).contains(lock);
    }

    @Test
    void what_is_behind_counts_from_the_version_that_first_said_otherwise() {
        Adaptation ours = set("Call 112 at once.", CALL);
        Desk desk = desk(version(3, "Call 911 at once."), Rules.none("course", "fire-safety"), ours);

        Behind behind = Behind.of(
                desk, List.of(version(1, CALL), version(2, "Call 911 at once."), version(3, "Call 911 at once.")), NOW);

        assertThat(behind.versions()).extracting(AssetVersion::no).containsExactly(2);
        assertThat(behind.since()).contains(version(2, CALL).effectiveFrom());
        assertThat(behind.drift().points()).isPositive();
    }

    @Test
    void what_waits_is_due_by_the_strictest_of_the_versions_that_brought_it() {
        var deadlines = new Deadlines.Here(PlatformFigures.deadlines(), ZoneOffset.UTC);
        AssetVersion minor = version(2, "Call 911 at once.");
        AssetVersion major = AssetVersion.of(
                FACTS, 3, ChangeClass.MAJOR, NOW, List.of(head(), call("Call 911 at once."), call("more", "More")));

        assertThat(deadlines.of(new Behind(List.of(), NOTHING))).isEmpty();
        assertThat(deadlines.of(new Behind(List.of(minor), NOTHING)))
                .contains(minor.effectiveFrom().plus(Duration.ofDays(90)));
        assertThat(deadlines.of(new Behind(List.of(minor, major), NOTHING))).contains(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void how_a_course_stands_is_read_again_as_it_was_written() {
        Adaptation ours = set("Call 112 at once.", CALL);
        Desk desk = desk(version(2, "Call 911 at once."), Rules.none("course", "fire-safety"), ours);
        Behind behind = Behind.of(desk, List.of(version(1, CALL), version(2, "Call 911 at once.")), NOW);

        CourseStanding standing = CourseStanding.of(
                desk, behind, Optional.of(NOW), Optional.empty(), Optional.of(stay(version(3, CALL))), NOW);

        assertThat(standing.own()).isEqualTo(1);
        assertThat(standing.waiting()).isEqualTo(1);
        assertThat(standing.joinable()).isZero();
        assertThat(standing.isAsAbove()).isFalse();
        assertThat(standing.isOverdue(NOW)).isFalse();
        assertThat(standing.isOverdue(NOW.plusMillis(1))).isTrue();
        assertThat(standing.pinned()).contains(new CourseStanding.Staying(3, NOW.plusSeconds(9)));
        assertThat(standing.title(List.of(Locale.ENGLISH)).text()).isEqualTo("Fire safety");
        assertThat(Definitions.read(Definitions.write(standing), CourseStanding.class))
                .isEqualTo(standing);
    }

    @Test
    void who_stays_with_a_version_is_behind_by_all_that_came_since() {
        Desk desk = desk(version(1, CALL), Rules.none("course", "fire-safety"));
        Behind behind = Behind.of(desk, List.of(version(1, CALL)), NOW);
        AssetVersion second = version(2, "Call 911 at once.");
        AssetVersion third = version(3, "Call 112 at once.");

        assertThat(behind.drift().points()).isZero();
        Behind staying = behind.missing(List.of(second, third));
        assertThat(staying.versions()).containsExactly(second, third);
        assertThat(staying.since()).contains(second.effectiveFrom());
        assertThat(staying.drift().points()).isEqualTo(4);
        assertThat(staying.missing(List.of(third))).as("once").isEqualTo(staying);
    }

    private static Pinned stay(AssetVersion... missed) {
        return new Pinned(
                new Pin("fire-safety", 2, "Exams are under way", NOW.plusSeconds(9), NOW),
                NOW.plusSeconds(9),
                false,
                List.of(missed));
    }

    @Test
    void which_answers_are_right_is_the_markets_until_they_are_gone_above() {
        Adaptation ours = Adaptation.of(new Change.Set("quiz", "correct", Field.neutral("b")), "Another number here")
                .basedOn(Optional.of(Field.neutral("a")));

        assertThat(right(question("a", "b", "c"))).isEqualTo(Standing.AS_ABOVE);
        assertThat(right(question("a", "b", "c"), ours)).isEqualTo(Standing.OURS);
        assertThat(right(question("b", "a", "b"), ours)).isEqualTo(Standing.EQUAL);
        assertThat(right(question("c", "a", "b", "c"), ours)).isEqualTo(Standing.DISPUTED);
        assertThat(right(question("a", "c"), ours)).as("nobody could answer it").isEqualTo(Standing.DISPUTED);
    }

    private static Standing right(Block question, Adaptation... ours) {
        AssetVersion version = AssetVersion.of(FACTS, 2, ChangeClass.MINOR, NOW, List.of(head(), question));
        return desk(version, Rules.none("course", "fire-safety"), ours)
                .find("quiz", "correct")
                .orElseThrow()
                .standing();
    }

    /** @param more options besides the right one */
    private static Block question(String right, String... more) {
        var options = new TreeSet<>(List.of(more));
        options.add(right);
        return new Block(
                "quiz",
                BlockKind.SINGLE,
                new TreeMap<>(Map.of(
                        "prompt", words("Whom do you call?"),
                        "options", Field.ids(List.copyOf(options)),
                        "correct", Field.neutral(right))));
    }

    private static Standing standing(String above, Adaptation ours) {
        return standing(desk(version(2, above), Rules.none("course", "fire-safety"), ours));
    }

    private static Standing standing(Desk desk) {
        return desk.find("call", "body").orElseThrow().standing();
    }

    private static Desk desk(AssetVersion version, Rules rules, Adaptation... ours) {
        return Desk.of(ground(version, rules, ours), "acme-de", NOW);
    }

    private static Ground ground(AssetVersion version, Rules rules, Adaptation... ours) {
        return new Ground(
                version,
                List.of(),
                ours.length == 0
                        ? Optional.empty()
                        : Optional.of(Overlay.of("fire-safety", "acme-de", Level.TENANT, 1, List.of(ours))),
                rules);
    }

    private static Adaptation set(String text, String base) {
        return Adaptation.of(new Change.Set("call", "body", words(text)), "Said otherwise")
                .basedOn(Optional.of(words(base)));
    }

    private static AssetVersion version(int no, String text) {
        return AssetVersion.of(
                FACTS, no, ChangeClass.MINOR, NOW.minus(Duration.ofDays(10 - no)), List.of(head(), call(text)));
    }

    private static Block call(String text) {
        return call("call", text);
    }

    private static Block call(String id, String text) {
        return new Block(id, BlockKind.TEXT, new TreeMap<>(Map.of("body", words(text))));
    }

    private static Block head() {
        return new Block(Block.COURSE_ID, BlockKind.COURSE, new TreeMap<>(Map.of("title", words("Fire safety"))));
    }

    private static Field words(String english) {
        return Field.words(Map.of("en", english));
    }
}
