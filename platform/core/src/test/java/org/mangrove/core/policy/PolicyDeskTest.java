package org.mangrove.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

class PolicyDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID SOMEBODY = new UUID(0, 1);
    private static final Terms TERMS = new Terms("Our readers", Optional.empty(), Optional.empty());
    private static final String READING = "reading-level/ja";
    private static final String MOST = "alternative-text/most-characters";
    private static final String LINE = "byte-budget/line-kilobits";
    private static final String SEVERITY = "reading-level/severity";

    private static final PolicyDefinition QUALITY = new PolicyDefinition(
            "quality",
            Message.of("quality.policy.title"),
            Message.of("quality.policy.lead"),
            "Everybody understands",
            List.of(
                    figure(READING, new Range.Numbers(20, 80), Stricter.HIGHER, "40"),
                    figure(MOST, new Range.Numbers(120, 500), Stricter.LOWER, "300"),
                    figure(LINE, new Range.Numbers(64, 10_000), Stricter.NEITHER, "400"),
                    figure(
                            SEVERITY,
                            new Range.Choice(List.of(
                                    new Range.Option("warns", Message.of("quality.severity-warns")),
                                    new Range.Option("blocks", Message.of("quality.severity-blocks")))),
                            Stricter.HIGHER,
                            "blocks")));

    @Test
    void what_nobody_has_said_is_the_platforms_and_what_headquarters_says_is_its_own() {
        PolicyDesk desk = desk(version(1, Map.of(READING, "45")), nothing());

        assertThat(row(desk, READING).value()).isEqualTo("45");
        assertThat(row(desk, READING).from()).isEqualTo(PolicyDesk.Origin.GLOBAL);
        assertThat(row(desk, MOST).from()).isEqualTo(PolicyDesk.Origin.PLATFORM);
        assertThat(desk.ours()).isEmpty();
        assertThat(desk.drift()).isZero();
    }

    @Test
    void a_market_demands_more_and_never_less_whichever_way_that_is() {
        PolicyDesk desk = desk(version(1, Map.of()), nothing());

        assertThat(said(desk, READING, "60").value()).isEqualTo("60");
        assertThat(said(desk, READING, "60").from()).isEqualTo(PolicyDesk.Origin.TENANT);
        assertThat(said(desk, MOST, "200").value()).isEqualTo("200");
        assertThat(said(desk, LINE, "100").value())
                .as("neither way is stricter")
                .isEqualTo("100");
        assertThat(refused(desk, READING, "39").key()).isEqualTo("policy.too-loose");
        assertThat(refused(desk, MOST, "301").key()).isEqualTo("policy.too-loose");
        assertThat(refused(desk, SEVERITY, "warns").key()).isEqualTo("policy.too-loose-choice");
        assertThat(refused(desk, READING, "81").key())
                .as("it is no such figure")
                .isEqualTo("policy.no-such-number");
        assertThat(refused(desk, SEVERITY, "maybe").key()).isEqualTo("policy.no-such-choice");
        assertThat(refused(desk, READING, "40").key()).as("it changes nothing").isEqualTo("policy.same");
    }

    @Test
    void what_is_opened_may_be_loosened_until_it_is_open_no_more() {
        PolicyVersion version = version(1, Map.of());
        PolicyDesk open = desk(version, nothing(), lock(LockRule.Hold.OPEN, Duration.ZERO));

        Overlay loose = overlay(open.saying(0, READING, "30", TERMS, NOW));

        assertThat(row(desk(version, loose, lock(LockRule.Hold.OPEN, Duration.ZERO)), READING)
                        .value())
                .isEqualTo("30");
        PolicyDesk.Row shut = row(desk(version, loose), READING);
        assertThat(shut.value()).isEqualTo("40");
        assertThat(shut.isTooLoose()).isTrue();
        assertThat(shut.said()).as("it is kept").contains("30");
        assertThat(shut.waits()).isTrue();
    }

    @Test
    void a_lock_forbids_to_demand_anything_else_and_lets_what_was_said_before_hold_for_its_grace() {
        PolicyVersion version = version(1, Map.of());
        Overlay ours = overlay(desk(version, nothing()).saying(0, READING, "60", TERMS, NOW));

        PolicyDesk inGrace = desk(version, ours, lock(LockRule.Hold.LOCKED, Duration.ofDays(30)));
        PolicyDesk over = desk(version, ours, lock(LockRule.Hold.LOCKED, Duration.ZERO));

        assertThat(refused(inGrace, READING, "70").key()).isEqualTo("policy.locked");
        assertThat(row(inGrace, READING).value()).isEqualTo("60");
        assertThat(row(inGrace, READING).isInGrace()).isTrue();
        assertThat(row(over, READING).value()).isEqualTo("40");
        assertThat(row(over, READING).said()).as("it is kept").contains("60");
    }

    @Test
    void a_stricter_version_overwrites_nothing_that_is_stricter_still() {
        Overlay ours = overlay(desk(version(1, Map.of()), nothing()).saying(0, READING, "60", TERMS, NOW));

        PolicyDesk.Row stricter = row(desk(version(2, Map.of(READING, "50")), ours), READING);
        PolicyDesk.Row overtaken = row(desk(version(2, Map.of(READING, "70")), ours), READING);

        assertThat(stricter.value()).isEqualTo("60");
        assertThat(stricter.item()).as("somebody looks at it").isPresent();
        assertThat(overtaken.value())
                .as("nobody demands less than headquarters")
                .isEqualTo("70");
        assertThat(overtaken.isTooLoose()).isTrue();
        assertThat(overtaken.said()).as("nothing is lost").contains("60");
    }

    @Test
    void who_stays_with_their_own_has_seen_what_is_above_and_cannot_stay_with_less() {
        Overlay ours = overlay(desk(version(1, Map.of()), nothing()).saying(0, READING, "60", TERMS, NOW));
        PolicyVersion next = version(2, Map.of(READING, "50"));

        Overlay kept = overlay(desk(next, ours).keeping(1, READING, "Seen", SOMEBODY, NOW));

        assertThat(row(desk(next, kept), READING).item()).isEmpty();
        assertThat(row(desk(next, kept), READING).value()).isEqualTo("60");
        assertThat(row(desk(next, kept), READING).base()).contains("50");
        PolicyDesk overtaken = desk(version(2, Map.of(READING, "70")), ours);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> overtaken.keeping(1, READING, "Seen", SOMEBODY, NOW));
        assertThat(overtaken.givingUp(1, READING, "Then so")).isEmpty();
    }

    @Test
    void an_end_that_has_passed_lets_the_figure_from_above_hold_again_and_is_told_before() {
        Instant end = NOW.plus(Duration.ofDays(10));
        var untilThen = new Terms("An audit", Optional.of("§ 1"), Optional.of(end));
        PolicyVersion version = version(1, Map.of());
        Overlay ours = overlay(desk(version, nothing()).saying(0, READING, "60", untilThen, NOW));

        PolicyDesk now = desk(version, ours);

        assertThat(now.validUntil()).contains(end);
        assertThat(row(now, READING).value()).isEqualTo("60");
        PolicyDesk then = PolicyDesk.of(QUALITY, version, List.of(), ours, rules(), end);
        assertThat(row(then, READING).value()).isEqualTo("40");
        assertThat(row(then, READING).ours()).isEmpty();
    }

    @Test
    void a_region_stands_between_and_what_it_demands_binds_its_markets() {
        PolicyVersion version = version(1, Map.of());
        Overlay region = Overlay.of(
                QUALITY.asset(),
                "apac",
                Level.REGION,
                1,
                desk(version, nothing()).saying(0, READING, "50", TERMS, NOW));

        PolicyDesk desk = PolicyDesk.of(QUALITY, version, List.of(region), nothing(), rules(), NOW);

        assertThat(row(desk, READING).value()).isEqualTo("50");
        assertThat(row(desk, READING).from()).isEqualTo(PolicyDesk.Origin.REGION);
        assertThat(refused(desk, READING, "45").key()).isEqualTo("policy.too-loose");
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        PolicyDesk desk = desk(version(1, Map.of()), nothing());

        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> desk.saying(7, READING, "60", TERMS, NOW));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> desk.givingUp(0, READING, "It is not there"));
    }

    @Test
    void a_version_is_read_as_it_was_written_and_an_older_one_says_what_it_did_not_know_as_the_platform_does() {
        PolicyVersion version = version(3, Map.of(READING, "55"));

        assertThat(PolicyVersion.read(version.write())).isEqualTo(version);
        assertThat(PolicyDefinition.figures(QUALITY.complete(List.of()))).containsEntry(MOST, "300");
    }

    private static Figure figure(String subject, Range range, Stricter stricter, String platform) {
        String[] parts = subject.split("/", 2);
        return new Figure(
                parts[0],
                parts[1],
                Message.of("quality.criterion." + parts[0]),
                Message.of("quality.figure." + parts[1]),
                range,
                stricter,
                platform);
    }

    private static PolicyVersion version(int no, Map<String, String> figures) {
        PolicyVersion first = PolicyBook.unpublished(QUALITY, figures, NOW.minusSeconds(60));
        return PolicyVersion.of(
                "quality", no, ChangeClass.MAJOR, first.effectiveFrom(), first.facts(), "Why", first.blocks());
    }

    private static Overlay nothing() {
        return Overlay.of(QUALITY.asset(), "acme-jp", Level.TENANT, 0, List.of());
    }

    private static Overlay overlay(List<Adaptation> said) {
        return Overlay.of(QUALITY.asset(), "acme-jp", Level.TENANT, 1, said);
    }

    private static LockRule lock(LockRule.Hold hold, Duration grace) {
        Instant since = NOW.minusSeconds(1);
        return new LockRule(
                "global",
                Level.GLOBAL,
                LockRule.Scope.FIELD,
                QUALITY.asset() + "/" + READING,
                hold,
                since,
                since.plus(grace),
                "Ingrid Falk",
                "One measure");
    }

    private static Rules rules(LockRule... locks) {
        return new Rules(
                new Locks(PolicyDefinition.TYPE, QUALITY.asset(), List.of(locks)), List.of(), List.of(), List.of("JP"));
    }

    private static PolicyDesk desk(PolicyVersion version, Overlay own, LockRule... locks) {
        return PolicyDesk.of(QUALITY, version, List.of(), own, rules(locks), NOW);
    }

    private static PolicyDesk.Row row(PolicyDesk desk, String subject) {
        return desk.find(subject).orElseThrow();
    }

    private static PolicyDesk.Row said(PolicyDesk desk, String subject, String value) {
        return row(desk(desk.version(), overlay(desk.saying(0, subject, value, TERMS, NOW))), subject);
    }

    private static Message refused(PolicyDesk desk, String subject, String value) {
        try {
            desk.saying(desk.own().revision(), subject, value, TERMS, NOW);
        } catch (Refusal.Invalid refused) {
            return refused.reason();
        }
        throw new AssertionError(value + " was not refused");
    }
}
