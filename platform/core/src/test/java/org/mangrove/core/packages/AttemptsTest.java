package org.mangrove.core.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.packages.store.AttemptRow;
import org.mangrove.core.packages.store.AttemptStore;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.Verb;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID LENA = new UUID(0, 7);
    private static final String SLUG = "fire-safety";
    private static final String ASSET = PackageVersion.asset(SLUG);
    private static final Variants FIRST = variants("first");
    private static final Variants SECOND = variants("second");
    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);

    private final List<Statement> told = new ArrayList<>();
    private Instant now = NOW;
    private PackageDesk desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST)), none());
    private AttemptRow row = row(Standard.SCORM_2004);

    @Test
    void what_is_said_of_success_after_the_completion_counts_and_is_told_once() {
        keep(Map.of("cmi.completion_status", "completed"));
        now = NOW.plus(Duration.ofMinutes(5));
        Map<String, String> passed =
                Map.of("cmi.completion_status", "completed", "cmi.success_status", "passed", "cmi.score.scaled", "0.8");
        keep(passed);
        Attempts.Attempt kept = keep(passed);

        assertThat(told).extracting(Statement::verb).containsExactly(Verb.COMPLETED, Verb.PASSED);
        assertThat(told.getLast().result())
                .isEqualTo(Result.none().scored(80, 100).succeeded(true));
        assertThat(kept.taken().success()).contains(true);
        assertThat(kept.taken().percent()).hasValue(80);
        assertThat(kept.taken().completedAt()).as("when it was completed").contains(NOW);
        assertThat(kept.isCompleted()).isTrue();
    }

    @Test
    void who_fails_after_the_last_slide_is_not_shown_as_having_passed() {
        row = row(Standard.SCORM_12);
        keep(Map.of("cmi.core.lesson_status", "completed"));
        Attempts.Attempt kept = keep(Map.of("cmi.core.lesson_status", "failed", "cmi.core.score.raw", "30"));

        assertThat(told).extracting(Statement::verb).containsExactly(Verb.COMPLETED, Verb.FAILED);
        assertThat(kept.taken().success()).contains(false);
        assertThat(kept.taken().percent()).hasValue(30);
    }

    @Test
    void a_later_run_makes_no_failure_of_a_pass_and_no_pass_of_a_failure() {
        for (boolean isPassed : new boolean[] {true, false}) {
            told.clear();
            row = row(Standard.SCORM_12);
            keep(Map.of("cmi.core.lesson_status", isPassed ? "passed" : "failed"));
            Attempts.Attempt kept =
                    keep(Map.of("cmi.core.lesson_status", isPassed ? "failed" : "passed", "cmi.core.score.raw", "50"));

            assertThat(told).extracting(Statement::verb).hasSize(2).doesNotHaveDuplicates();
            assertThat(kept.taken().success()).contains(isPassed);
            assertThat(kept.taken().percent())
                    .as("the points of another outcome")
                    .isEmpty();
        }
    }

    @Test
    void points_that_come_after_the_outcome_belong_to_it_and_the_first_ones_stay() {
        row = row(Standard.SCORM_12);
        keep(Map.of("cmi.core.lesson_status", "passed"));
        keep(Map.of("cmi.core.lesson_status", "passed", "cmi.core.score.raw", "90"));
        Attempts.Attempt kept = keep(Map.of("cmi.core.lesson_status", "passed", "cmi.core.score.raw", "10"));

        assertThat(kept.taken().percent()).hasValue(90);
        assertThat(told).extracting(Statement::verb).containsExactly(Verb.COMPLETED, Verb.PASSED);
    }

    @Test
    void points_before_the_quiz_are_not_those_of_the_quiz() {
        row = row(Standard.SCORM_12);
        keep(Map.of("cmi.core.lesson_status", "completed", "cmi.core.score.raw", "0"));
        Attempts.Attempt kept = keep(Map.of("cmi.core.lesson_status", "passed", "cmi.core.score.raw", "80"));

        assertThat(kept.taken().percent()).hasValue(80);
        assertThat(told.getLast().result().score()).contains(new Result.Score(80, 100));
    }

    @Test
    void a_package_that_says_only_passed_is_completed_and_one_that_says_incomplete_is_not() {
        assertThat(reached(Map.of("cmi.success_status", "passed"))).isTrue();
        assertThat(reached(Map.of("cmi.success_status", "passed", "cmi.completion_status", "unknown")))
                .isTrue();
        assertThat(reached(Map.of("cmi.success_status", "passed", "cmi.completion_status", "incomplete")))
                .isFalse();
        assertThat(reached(Map.of("cmi.success_status", "failed", "cmi.completion_status", "unknown")))
                .isFalse();
    }

    @Test
    void what_may_not_be_served_any_more_is_not_gone_on_with_by_a_page_that_is_still_open() {
        desk = desk(
                desk.versions(),
                new Rules(
                        Locks.none(PackageVersion.TYPE, ASSET),
                        List.of(new Claim(
                                ASSET,
                                Variants.BLOCK,
                                Variants.FIELD,
                                "JP",
                                "§ 12",
                                LENA,
                                NOW.plus(Duration.ofDays(1)))),
                        List.of(),
                        List.of("DE")));

        assertOver("packages.unverified-here");
    }

    @Test
    void what_the_law_has_replaced_is_not_completed_any_more() {
        desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST), version(2, ChangeClass.REGULATORY, SECOND)), none());

        assertOver("packages.attempt.over");
    }

    @Test
    void what_is_replaced_for_no_reason_of_law_is_gone_on_with() {
        desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST), version(2, ChangeClass.MAJOR, SECOND)), none());

        assertThat(keep(Map.of("cmi.completion_status", "completed")).isCompleted())
                .isTrue();
    }

    @Test
    void what_is_completed_is_still_kept_when_the_law_demands_another() {
        keep(Map.of("cmi.completion_status", "completed"));
        desk = desk(List.of(version(1, ChangeClass.MAJOR, FIRST), version(2, ChangeClass.REGULATORY, SECOND)), none());

        assertThat(keep(Map.of("cmi.location", "9")).values()).containsEntry("cmi.location", "9");
    }

    private void assertOver(String key) {
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> keep(Map.of("cmi.completion_status", "completed")))
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo(key));
        assertThat(told).isEmpty();
        assertThat(row.values()).isEqualTo("{}");
        assertThat(row.isUnderWay()).as("who reads it again is told the same").isTrue();
    }

    private static boolean reached(Map<String, String> values) {
        return Reached.of(Standard.SCORM_2004, values).isCompleted();
    }

    private Attempts.Attempt keep(Map<String, String> values) {
        return attempts()
                .keep(new Attempts.Learner(BERLIN, LENA, Locale.GERMAN), SLUG, row.id(), Definitions.write(values));
    }

    private Attempts attempts() {
        var service = new Attempts();
        service.clock = Clock.fixed(now, ZoneOffset.UTC);
        service.attempts = new AttemptStore() {
            @Override
            public Optional<AttemptRow> holdLatest(TenantId tenant, UUID person, String slug) {
                return Optional.of(row);
            }
        };
        service.packages = new MarketPackages() {
            @Override
            public PackageDesk desk(TenantProfile tenant, String slug) {
                return desk;
            }
        };
        service.statements = new Statements() {
            @Override
            public UUID record(TenantProfile tenant, Statement statement) {
                told.add(statement);
                return new UUID(0, told.size());
            }
        };
        return service;
    }

    private static AttemptRow row(Standard standard) {
        return new AttemptRow(
                SampleTenants.BERLIN.id(),
                LENA,
                SLUG,
                1,
                1,
                new Taken(
                        file("first de"),
                        "de",
                        "Brandschutz",
                        standard,
                        "start.html",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()),
                NOW);
    }

    private static PackageDesk desk(List<PackageVersion> versions, Rules rules) {
        return PackageDesk.of(
                versions, List.of(), Overlay.of(ASSET, "acme-de", Level.TENANT, 0, List.of()), rules, NOW);
    }

    private static Rules none() {
        return Rules.none(PackageVersion.TYPE, ASSET);
    }

    private static PackageVersion version(int no, ChangeClass change, Variants variants) {
        return PackageVersion.of(
                SLUG,
                no,
                change,
                NOW.minus(Duration.ofDays(10 - no)),
                new PackageFacts("Head of safety", "Safety team", "Nobody is hurt", LocalDate.of(2027, 11, 23)),
                "Because",
                variants);
    }

    private static Variants variants(String name) {
        return Variants.of(Map.of("de", file(name + " de")));
    }

    private static Digest file(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
