package org.mangrove.core.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.refusal.Refusal;

class PackageDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID SOMEBODY = new UUID(0, 1);
    private static final Terms TERMS = Terms.of("Our machines are others");
    private static final String ASSET = PackageVersion.asset("fire-safety");
    private static final Variants FIRST = variants("first");
    private static final Variants SECOND = variants("second");
    private static final Variants THIRD = variants("third");
    private static final Variants OURS = Variants.of(Map.of("de", file("ours")));

    @Test
    void what_nobody_has_replaced_is_what_headquarters_has_published_in_the_readers_language() {
        PackageDesk desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST)), List.of());

        assertThat(desk.from()).isEqualTo(PackageDesk.Origin.GLOBAL);
        assertThat(language(desk, Locale.GERMANY, Locale.ENGLISH)).isEqualTo("de");
        assertThat(language(desk, Locale.JAPANESE, Locale.ENGLISH)).isEqualTo("en");
        assertThat(language(desk, Locale.JAPANESE))
                .as("what there is goes before nothing")
                .isEqualTo("de");
        assertThat(desk.waits()).isFalse();
    }

    @Test
    void a_market_replaces_all_of_it_and_no_language_of_what_is_above_is_left() {
        PackageDesk desk = replaced(List.of(version(1, ChangeClass.MAJOR, FIRST)));

        assertThat(desk.here()).isEqualTo(OURS);
        assertThat(desk.from()).isEqualTo(PackageDesk.Origin.TENANT);
        assertThat(language(desk, Locale.ENGLISH)).isEqualTo("de");
        assertThat(desk.base()).contains(FIRST);
        assertThat(desk.waits()).isFalse();
    }

    @Test
    void a_new_version_is_told_by_digest_and_waits_for_somebody_and_what_was_put_there_stays() {
        PackageDesk before = replaced(List.of(version(1, ChangeClass.MAJOR, FIRST)));
        PackageVersion next = version(2, ChangeClass.MAJOR, SECOND);
        PackageDesk desk = desk(
                List.of(version(1, ChangeClass.MAJOR, FIRST), next),
                before.own().adaptations());

        assertThat(desk.hasChangedAbove()).isTrue();
        assertThat(desk.base().orElseThrow().digest()).isEqualTo(FIRST.digest());
        assertThat(desk.above().digest()).isEqualTo(SECOND.digest());
        assertThat(desk.behind()).containsExactly(next);
        assertThat(desk.drift()).isPositive();
        assertThat(desk.here()).isEqualTo(OURS);

        PackageDesk kept = desk(desk.versions(), desk.keeping(1, "Ours fits", SOMEBODY));
        assertThat(kept.waits()).isFalse();
        assertThat(kept.here()).isEqualTo(OURS);
        assertThat(kept.base()).contains(SECOND);

        PackageDesk given = desk(desk.versions(), desk.givingUp(1, "Theirs is better"));
        assertThat(given.here()).isEqualTo(SECOND);

        PackageDesk again = desk(desk.versions(), desk.replacing(1, variants("third"), TERMS));
        assertThat(again.here()).isEqualTo(variants("third"));
        assertThat(again.base()).contains(SECOND);

        PackageDesk undone =
                desk(desk.versions(), kept.restoring(1, before.own().adaptations(), "Undone"));
        assertThat(undone.hasChangedAbove()).as("what was undone waits again").isTrue();
    }

    @Test
    void a_version_that_changes_only_who_answers_for_it_makes_no_drift() {
        PackageDesk before = replaced(List.of(version(1, ChangeClass.MAJOR, FIRST)));

        PackageDesk desk = desk(
                List.of(version(1, ChangeClass.MAJOR, FIRST), version(2, ChangeClass.MAJOR, FIRST)),
                before.own().adaptations());

        assertThat(desk.waits()).isFalse();
        assertThat(desk.drift()).isZero();
    }

    @Test
    void a_lock_refuses_and_withholds_after_its_grace_and_loses_nothing() {
        List<PackageVersion> versions = List.of(version(1, ChangeClass.MAJOR, FIRST));
        List<Adaptation> ours = replaced(versions).own().adaptations();
        for (LockRule.Hold hold : List.of(LockRule.Hold.LOCKED, LockRule.Hold.APPROVE)) {
            PackageDesk bare = desk(versions, List.of(), locked(hold, Duration.ZERO));
            PackageDesk withheld = desk(versions, ours, locked(hold, Duration.ZERO));
            PackageDesk inGrace = desk(versions, ours, locked(hold, Duration.ofDays(3)));

            assertThatExceptionOfType(Refusal.Invalid.class)
                    .isThrownBy(() -> bare.replacing(0, OURS, TERMS))
                    .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("packages.locked"));
            assertThat(withheld.isWithheld()).isTrue();
            assertThat(withheld.here()).isEqualTo(FIRST);
            assertThat(withheld.said()).contains(OURS);
            assertThat(inGrace.here()).isEqualTo(OURS);
        }
        assertThat(desk(versions, List.of(), locked(LockRule.Hold.OPEN, Duration.ZERO))
                        .replacing(0, OURS, TERMS))
                .hasSize(1);
    }

    @Test
    void what_each_market_must_put_in_its_place_is_not_served_before_it_has() {
        List<PackageVersion> versions = List.of(version(1, ChangeClass.MAJOR, FIRST));
        Rules rules = locked(LockRule.Hold.MUST_LOCALIZE, Duration.ZERO);

        assertThat(desk(versions, List.of(), rules).effective(List.of(Locale.GERMAN)))
                .isEmpty();
        assertThat(desk(versions, replaced(versions).own().adaptations(), rules).effective(List.of(Locale.GERMAN)))
                .isPresent();
    }

    @Test
    void what_is_not_verified_for_the_law_of_a_market_or_not_any_more_is_not_served_there() {
        List<PackageVersion> versions = List.of(version(1, ChangeClass.MAJOR, FIRST));
        Instant end = NOW.plus(Duration.ofDays(1));
        Rules german = claimed("DE", end);

        assertThat(desk(versions, List.of(), german).isReleased()).isTrue();
        assertThat(desk(versions, List.of(), german).validUntil()).contains(end);
        assertThat(desk(versions, List.of(), claimed("JP", end)).isUnverified()).isTrue();
        assertThat(desk(versions, List.of(), claimed("JP", end)).effective(List.of(Locale.GERMAN)))
                .isEmpty();
        assertThat(PackageDesk.of(versions, List.of(), overlay(List.of()), german, end)
                        .isReleased())
                .isFalse();
    }

    @Test
    void the_law_reaches_those_too_who_have_not_looked_at_the_version_before() {
        List<PackageVersion> versions = List.of(
                version(1, ChangeClass.MAJOR, FIRST),
                version(2, ChangeClass.MAJOR, SECOND),
                version(3, ChangeClass.REGULATORY, THIRD));
        List<Adaptation> ours =
                replaced(List.of(version(1, ChangeClass.MAJOR, FIRST))).own().adaptations();
        Rules rules = new Rules(
                Locks.none(PackageVersion.TYPE, ASSET),
                List.of(),
                Packages.withdrawn(versions.subList(0, 2), versions.getLast()),
                List.of("DE"));

        assertThat(desk(versions, ours, rules).isOutlawed()).isTrue();
    }

    @Test
    void what_was_put_in_the_place_of_what_the_law_withdraws_is_kept_and_not_served_until_somebody_decides() {
        List<PackageVersion> versions =
                List.of(version(1, ChangeClass.MAJOR, FIRST), version(2, ChangeClass.REGULATORY, SECOND));
        List<Adaptation> ours =
                replaced(List.of(version(1, ChangeClass.MAJOR, FIRST))).own().adaptations();
        Rules rules = new Rules(
                Locks.none(PackageVersion.TYPE, ASSET),
                List.of(),
                List.of(new Withdrawal(Variants.BLOCK, Variants.FIELD, FIRST.digest(), NOW, List.of())),
                List.of("DE"));

        PackageDesk desk = desk(versions, ours, rules);

        assertThat(desk.isOutlawed()).isTrue();
        assertThat(desk.here()).isEqualTo(SECOND);
        assertThat(desk.said()).contains(OURS);
        assertThat(desk(versions, desk.keeping(1, "It says the same", SOMEBODY), rules)
                        .here())
                .isEqualTo(OURS);
    }

    @Test
    void a_region_comes_between_and_a_market_replaces_what_the_region_has() {
        PackageVersion version = version(1, ChangeClass.MAJOR, FIRST);
        Overlay region = Overlay.of(
                ASSET,
                "emea",
                Level.REGION,
                1,
                desk(List.of(version), List.of()).replacing(0, SECOND, TERMS));
        PackageDesk desk = PackageDesk.of(List.of(version), List.of(region), overlay(List.of()), none(), NOW);

        assertThat(desk.here()).isEqualTo(SECOND);
        assertThat(desk.from()).isEqualTo(PackageDesk.Origin.REGION);
        List<Adaptation> ours = desk.replacing(0, OURS, TERMS);
        PackageDesk without = PackageDesk.of(List.of(version), List.of(), overlay(ours), none(), NOW);
        assertThat(without.hasChangedAbove())
                .as("the region has given up what the market replaced")
                .isTrue();
    }

    @Test
    void an_end_brings_back_what_is_above() {
        List<PackageVersion> versions = List.of(version(1, ChangeClass.MAJOR, FIRST));
        Instant end = NOW.plus(Duration.ofHours(1));
        List<Adaptation> ours = desk(versions, List.of())
                .replacing(0, OURS, new Terms("For the summer", Optional.empty(), Optional.of(end)));

        assertThat(desk(versions, ours).validUntil()).contains(end);
        assertThat(PackageDesk.of(versions, List.of(), overlay(ours), none(), end)
                        .here())
                .isEqualTo(FIRST);
    }

    @Test
    void who_has_seen_something_else_is_told_so() {
        PackageDesk desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST)), List.of());

        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> desk.replacing(7, OURS, TERMS));
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> desk.keeping(0, "Nothing", SOMEBODY));
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> desk.givingUp(0, "Nothing"));
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> desk.replacing(0, FIRST, TERMS));
    }

    @Test
    void a_try_stays_with_its_package_unless_the_law_demands_another() {
        Digest began = file("first de");
        PackageVersion one = version(1, ChangeClass.MAJOR, FIRST);

        assertThat(PackageSwitch.of(desk(List.of(one), List.of()), began, 1)).isEqualTo(PackageSwitch.SAME);
        assertThat(PackageSwitch.of(desk(List.of(one, version(2, ChangeClass.MAJOR, SECOND)), List.of()), began, 1))
                .isEqualTo(PackageSwitch.STAYS);
        assertThat(PackageSwitch.of(replaced(List.of(one)), began, 1)).isEqualTo(PackageSwitch.STAYS);
        assertThat(PackageSwitch.of(
                        desk(List.of(one, version(2, ChangeClass.REGULATORY, SECOND)), List.of()), began, 1))
                .isEqualTo(PackageSwitch.BEGINS_ANEW);
    }

    @Test
    void what_is_written_down_and_read_again_is_the_same() {
        PackageVersion version = version(3, ChangeClass.MINOR, FIRST);

        assertThat(PackageVersion.read(version.write())).isEqualTo(version);
        assertThat(Variants.parse(FIRST.text())).contains(FIRST);
        assertThat(FIRST.text()).as("one word, so that nothing of it is joined").doesNotContain(" ");
        assertThat(Variants.parse("de=abc")).isEmpty();
        assertThat(Variants.parse("")).isEmpty();
    }

    private static PackageDesk replaced(List<PackageVersion> versions) {
        return desk(versions, desk(versions, List.of()).replacing(0, OURS, TERMS));
    }

    private static PackageDesk desk(List<PackageVersion> versions, List<Adaptation> ours) {
        return desk(versions, ours, none());
    }

    private static PackageDesk desk(List<PackageVersion> versions, List<Adaptation> ours, Rules rules) {
        return PackageDesk.of(new ArrayList<>(versions), List.of(), overlay(ours), rules, NOW);
    }

    private static Overlay overlay(List<Adaptation> ours) {
        return Overlay.of(ASSET, "acme-de", Level.TENANT, ours.isEmpty() ? 0 : 1, ours);
    }

    private static Rules none() {
        return Rules.none(PackageVersion.TYPE, ASSET);
    }

    private static Rules locked(LockRule.Hold hold, Duration grace) {
        Instant since = NOW.minus(Duration.ofDays(1));
        return new Rules(
                new Locks(
                        PackageVersion.TYPE,
                        ASSET,
                        List.of(new LockRule(
                                "global",
                                Level.GLOBAL,
                                LockRule.Scope.ASSET,
                                ASSET,
                                hold,
                                since,
                                since.plus(grace),
                                "Ingrid Falk",
                                "One course for all"))),
                List.of(),
                List.of(),
                List.of("DE"));
    }

    private static Rules claimed(String jurisdiction, Instant until) {
        return new Rules(
                Locks.none(PackageVersion.TYPE, ASSET),
                List.of(new Claim(ASSET, Variants.BLOCK, Variants.FIELD, jurisdiction, "§ 12", SOMEBODY, until)),
                List.of(),
                List.of("DE"));
    }

    private static String language(PackageDesk desk, Locale... chain) {
        return desk.effective(List.of(chain)).orElseThrow().language();
    }

    private static PackageVersion version(int no, ChangeClass change, Variants variants) {
        return PackageVersion.of(
                "fire-safety",
                no,
                change,
                NOW.minus(Duration.ofDays(10 - no)),
                new PackageFacts("Head of safety", "Safety team", "Nobody is hurt", LocalDate.of(2027, 11, 23)),
                "Because",
                variants);
    }

    private static Variants variants(String name) {
        return Variants.of(Map.of("de", file(name + " de"), "en", file(name + " en")));
    }

    private static Digest file(String name) {
        return Digest.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
