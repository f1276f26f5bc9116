package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.events.DomainEvent;
import org.mangrove.core.events.Events;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.EnrolmentRow;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.Verb;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.processing.LegalBasis;

class EnrolmentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
    private static final TenantProfile BERLIN = SampleTenants.processing(
            SampleTenants.BERLIN,
            new TenantProfile.Purpose("instruction", "acme", LegalBasis.LEGAL_OBLIGATION.key(), "ArbSchG", 1096));
    private static final TenantProfile OSAKA = SampleTenants.of(SampleTenants.OSAKA);
    private static final UUID LENA = new UUID(7, 1);
    private static final UUID KENJI = new UUID(7, 2);
    private static final String COURSE = "fire-safety";

    private final EnrolmentsInMemory store = new EnrolmentsInMemory();
    private final CompletionsInMemory completions = new CompletionsInMemory();
    private static final UUID TOLD = new UUID(7, 77);

    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Statement> told = new ArrayList<>();
    private final List<UUID> forgotten = new ArrayList<>();
    private final List<Statement> evidence = new ArrayList<>();
    private final Enrolments enrolments = enrolments();
    private Optional<Ending> ending = Optional.empty();
    private EffectiveCourse shown = course();
    private List<AssetVersion> published = List.of();

    @Test
    void begins_a_course_and_keeps_the_place_for_another_device() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);

        Enrolment there = enrolments.find(BERLIN.tenant().id(), LENA, COURSE).orElseThrow();

        assertThat(there.progress().section()).contains("two");
        assertThat(there.progress().seen()).containsExactly("read");
        assertThat(events).containsExactly(new CourseBegun(LENA, COURSE, 1));
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);

        assertThat(enrolments.of(OSAKA.tenant().id(), LENA)).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> enrolments.answer(OSAKA, LENA, COURSE, "q1", "a", Locale.ENGLISH));
    }

    @Test
    void completes_once_everything_is_read_and_enough_is_right() {
        take(LENA, "a", "a");

        Completion completion =
                completions.of(BERLIN.tenant().id(), LENA, 10).getFirst().completion();
        assertThat(completion.score()).isEqualTo(100);
        assertThat(completion.completedOn()).as("the day in Berlin").isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(completion.validUntil()).contains(LocalDate.of(2027, 11, 22));
        assertThat(completion.digest()).isEqualTo(course().digest());
        assertThat(completions.rows.getFirst().statement())
                .as("what tells of it")
                .contains(TOLD);
        assertThat(events).hasAtLeastOneElementOfType(CourseCompleted.class);
        assertThat(forgotten).containsExactly(LENA);
    }

    @Test
    void what_a_duty_asks_for_is_evidence_where_the_law_demands_it() {
        take(LENA, "a", "a");
        take(KENJI, "a", "a");

        assertThat(completions.rows)
                .extracting(row -> row.completion().person(), CompletionRow::isEvidence)
                .containsExactly(tuple(LENA, true), tuple(KENJI, false));
    }

    @Test
    void does_not_complete_before_everything_is_read() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q2", "a", Locale.ENGLISH);

        assertThat(completions.rows).isEmpty();
    }

    @Test
    void lets_people_try_again_who_had_too_few_right() {
        take(LENA, "a", "b");
        assertThat(completions.rows).isEmpty();
        assertThat(events).contains(new CourseFailed(LENA, COURSE, 1, 1, 50));

        enrolments.tryAgain(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q2", "a", Locale.ENGLISH);

        assertThat(completions.rows)
                .singleElement()
                .satisfies(row -> assertThat(row.completion().attempt()).isEqualTo(2));
    }

    @Test
    void nobody_tries_again_who_has_not_failed() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.tryAgain(BERLIN, LENA, COURSE, Locale.ENGLISH));
    }

    @Test
    void the_first_answer_of_an_attempt_counts() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q1", "b", Locale.ENGLISH);

        Answer second = enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);

        assertThat(second.right()).isFalse();
        assertThat(events.stream().filter(QuestionAnswered.class::isInstance)).hasSize(1);
    }

    @Test
    void takes_no_answer_that_is_none() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> enrolments.answer(BERLIN, LENA, COURSE, "q1", "z", Locale.ENGLISH));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> enrolments.answer(BERLIN, LENA, COURSE, "read", "a", Locale.ENGLISH));
    }

    @Test
    void who_has_passed_can_take_the_course_once_more_from_the_start() {
        take(LENA, "a", "a");

        Progress again = enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.seen()).isEmpty();
        assertThat(again.answers()).isEmpty();
        take(LENA, "a", "a");
        assertThat(completions.rows).hasSize(2);
    }

    @Test
    void the_first_end_of_a_scenario_counts_and_other_ways_can_be_tried() {
        shown = of(scenario("story"));
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);

        walk(new Walk.Move.Choose("alarm", "wait"));
        assertThat(progress().answerTo("story")).as("no end yet").isEmpty();
        assertThat(walk(new Walk.Move.Choose("smoke", "lift")).end()).contains(Branches.End.POOR);
        walk(new Walk.Move.Back());
        assertThat(walk(new Walk.Move.Choose("smoke", "stairs")).end()).contains(Branches.End.GOOD);

        assertThat(progress().answerTo("story").orElseThrow().right()).isFalse();
        assertThat(progress().walk("story")).isEqualTo("alarm:wait smoke:stairs");
        assertThat(told)
                .filteredOn(statement -> statement.verb() == Verb.ANSWERED)
                .singleElement()
                .satisfies(
                        statement -> assertThat(statement.result().response()).contains("alarm[.]wait[,]smoke[.]lift"));
    }

    @Test
    void a_choice_of_a_scene_that_was_left_is_not_taken_and_one_that_is_none_is_refused() {
        shown = of(scenario("story"));
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        walk(new Walk.Move.Choose("alarm", "wait"));

        assertThat(walk(new Walk.Move.Choose("alarm", "wait")).text()).isEqualTo("alarm:wait");
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> walk(new Walk.Move.Choose("smoke", "fly")));
        assertThat(walk(new Walk.Move.Again()).taken()).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> enrolments.walk(BERLIN, LENA, COURSE, "q1", new Walk.Move.Back(), Locale.ENGLISH));
    }

    @Test
    void who_walks_in_circles_is_told_after_a_while() {
        shown = of(scenario("story"));
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        walk(new Walk.Move.Choose("alarm", "wait"));
        for (int turn = 1; turn < Walk.MOST; turn++) {
            walk(new Walk.Move.Choose("smoke", "look"));
        }

        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> walk(new Walk.Move.Choose("smoke", "look")));
        walk(new Walk.Move.Back());
        assertThat(walk(new Walk.Move.Choose("smoke", "stairs")).end()).contains(Branches.End.GOOD);
    }

    @Test
    void a_walk_survives_being_kept_and_ends_where_a_new_version_knows_no_further() {
        Progress kept = Definitions.read(
                Definitions.write(Progress.none().walking("story", "alarm:wait smoke:gone")), Progress.class);

        assertThat(kept.walk("story")).isEqualTo("alarm:wait smoke:gone");
        assertThat(Walk.of(of(scenario("story")).findBlock("story").orElseThrow(), kept.walk("story"))
                        .text())
                .isEqualTo("alarm:wait");
        assertThat(Definitions.read("{\"answers\":{},\"attempt\":1,\"seen\":[]}", Progress.class)
                        .walk("story"))
                .as("rows of before")
                .isEmpty();
        assertThat(Definitions.write(Progress.none())).doesNotContain("walks");
    }

    private Walk walk(Walk.Move move) {
        return enrolments.walk(BERLIN, LENA, COURSE, "story", move, Locale.ENGLISH);
    }

    private Progress progress() {
        return enrolments.find(BERLIN.tenant().id(), LENA, COURSE).orElseThrow().progress();
    }

    @Test
    void the_learning_record_hears_of_every_step() {
        take(LENA, "a", "a");

        assertThat(told)
                .extracting(Statement::verb)
                .containsExactly(
                        Verb.INITIALIZED, Verb.PROGRESSED, Verb.ANSWERED, Verb.ANSWERED, Verb.COMPLETED, Verb.PASSED);
        assertThat(told)
                .extracting(Statement::registration)
                .containsOnly(told.getFirst().registration());
        assertThat(told).extracting(Statement::actor).containsOnly(LENA);
        assertThat(told.get(1).result().progress()).hasValue(33);
        assertThat(told.get(2).object().path()).isEqualTo("/courses/fire-safety/blocks/q1");
        assertThat(told.get(2).result()).isEqualTo(Result.none().succeeded(true).answered("a"));
        assertThat(told.get(5).result()).isEqualTo(Result.none().scored(2, 2).succeeded(true));
    }

    @Test
    void the_learning_record_hears_of_failing_and_of_nothing_refused() {
        take(LENA, "a", "b");
        int before = told.size();

        enrolments.answer(BERLIN, LENA, COURSE, "q1", "b", Locale.ENGLISH);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> enrolments.answer(BERLIN, LENA, COURSE, "q1", "z", Locale.ENGLISH));

        assertThat(told).hasSize(before).extracting(Statement::verb).contains(Verb.FAILED);
        assertThat(told).extracting(Statement::verb).doesNotContain(Verb.PASSED, Verb.COMPLETED);
    }

    @Test
    void what_is_sent_twice_is_told_once() {
        for (int times = 0; times < 2; times++) {
            enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
            enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);
            enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);
            enrolments.finishSection(BERLIN, LENA, COURSE, "two", Locale.ENGLISH);
        }

        assertThat(told).extracting(Statement::verb).containsExactly(Verb.INITIALIZED, Verb.PROGRESSED, Verb.ANSWERED);
        assertThat(events).hasSize(2);
    }

    @Test
    void who_asks_twice_to_try_again_tries_again_once() {
        take(LENA, "a", "b");

        enrolments.tryAgain(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.tryAgain(BERLIN, LENA, COURSE, Locale.ENGLISH);

        assertThat(enrolments
                        .find(BERLIN.tenant().id(), LENA, COURSE)
                        .orElseThrow()
                        .progress()
                        .attempt())
                .isEqualTo(2);
    }

    @Test
    void people_do_not_share_progress() {
        take(LENA, "a", "a");

        assertThat(enrolments.find(BERLIN.tenant().id(), KENJI, COURSE)).isEmpty();
    }

    private void take(UUID person, String first, String second) {
        enrolments.begin(BERLIN, person, COURSE, Locale.ENGLISH);
        enrolments.finishSection(BERLIN, person, COURSE, "one", Locale.ENGLISH);
        enrolments.answer(BERLIN, person, COURSE, "q1", first, Locale.ENGLISH);
        enrolments.answer(BERLIN, person, COURSE, "q2", second, Locale.ENGLISH);
        enrolments.finishSection(BERLIN, person, COURSE, "two", Locale.ENGLISH);
    }

    @Test
    void what_the_law_makes_somebody_take_is_evidence_from_the_beginning_to_the_end() {
        take(LENA, "a", "a");

        assertThat(evidence).isNotEmpty().isEqualTo(told);
        assertThat(forgotten).isNotEmpty();
    }

    @Test
    void nobody_begins_what_is_given_up_and_hears_what_takes_its_place() {
        ending = Optional.of(ending(Ending.Stage.CLOSED, "first-aid"));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH))
                .satisfies(refused -> assertThat(refused.reason().arguments()).containsValue("Fire safety"));
        assertThat(store.rows).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whoever_is_in_the_middle_of_what_is_given_up_finishes_and_cannot_begin_again() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        ending = Optional.of(ending(Ending.Stage.CLOSED, "first-aid"));

        take(LENA, "a", "a");

        assertThat(completions.rows).hasSize(1);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH));
    }

    @Test
    void nobody_goes_on_with_what_has_ended_and_what_was_done_stays() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);
        ending = Optional.of(ending(Ending.Stage.OVER, "first-aid"));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.finishSection(BERLIN, LENA, COURSE, "two", Locale.ENGLISH));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH));
        assertThat(enrolments.find(BERLIN.tenant().id(), LENA, COURSE))
                .hasValueSatisfying(part -> assertThat(part.progress().seen()).containsExactly("read"));
    }

    @Test
    void what_is_only_announced_or_kept_is_taken_as_ever() {
        for (Ending.Stage stage : List.of(Ending.Stage.ANNOUNCED, Ending.Stage.KEPT)) {
            ending = Optional.of(ending(stage, "first-aid"));

            take(LENA, "a", "a");
        }

        assertThat(completions.rows).hasSize(2);
    }

    @Test
    void what_is_minor_changes_nothing_for_whoever_is_in_the_middle() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);

        becomes(2, ChangeClass.MINOR, "read");

        assertThat(part().seen()).isEqualTo(Set.of("read"));
        assertThat(part().again()).isEmpty();
    }

    @Test
    void what_a_major_or_regulatory_version_says_otherwise_is_done_once_more_and_all_else_counts() {
        for (ChangeClass change : List.of(ChangeClass.MAJOR, ChangeClass.REGULATORY)) {
            store.rows.clear();
            shown = course();
            enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
            enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);
            enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);

            becomes(2, change, "read");

            assertThat(part().seen()).as("%s", change).isEmpty();
            assertThat(part().isOwedAgain("read")).isTrue();
            assertThat(part().answerTo("q1")).isPresent();

            enrolments.finishSection(BERLIN, LENA, COURSE, "one", Locale.ENGLISH);
            assertThat(part().seen()).isEqualTo(Set.of("read"));
            assertThat(part().again()).isEmpty();
        }
    }

    @Test
    void a_question_that_is_another_now_is_answered_once_more() {
        enrolments.begin(BERLIN, LENA, COURSE, Locale.ENGLISH);
        enrolments.answer(BERLIN, LENA, COURSE, "q1", "b", Locale.ENGLISH);

        becomes(2, ChangeClass.REGULATORY, "q1");
        enrolments.answer(BERLIN, LENA, COURSE, "q1", "a", Locale.ENGLISH);

        assertThat(part().answerTo("q1").map(Answer::response)).contains("a");
    }

    private Progress part() {
        return enrolments.find(BERLIN, LENA, shown).orElseThrow().progress();
    }

    /** The same course, in which one block says something else. */
    private void becomes(int number, ChangeClass change, String block) {
        AssetVersion first = version(1, ChangeClass.MAJOR, Stream.of(question("q1"), question("q2")));
        List<Block> blocks = first.blocks().stream()
                .map(each -> each.id().equals(block) ? each.with("heading", words("New")) : each)
                .toList();
        AssetVersion next = AssetVersion.of(first.facts(), number, change, NOW, blocks);
        published = List.of(first, next);
        shown = EffectiveCourse.of(next, List.of(), List.of(Locale.ENGLISH), NOW);
    }

    private static Ending ending(Ending.Stage stage, String successor) {
        LocalDate since = LocalDate.of(2026, 11, 1);
        return new Ending(
                new Retirement(
                        LENA,
                        COURSE,
                        since,
                        since,
                        Retirement.Grounds.ORDINARY,
                        "Nobody needs it",
                        Optional.of(successor),
                        NOW),
                Optional.empty(),
                stage,
                Optional.of(successor));
    }

    private Enrolments enrolments() {
        var service = new Enrolments();
        service.store = store;
        service.completions = completions;
        service.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        service.courses = new Courses() {
            @Override
            public EffectiveCourse must(TenantProfile tenant, String course, Locale locale) {
                return shown;
            }

            @Override
            public Optional<EffectiveCourse> find(TenantProfile tenant, String course, Locale locale) {
                return Optional.of(shown);
            }

            @Override
            public List<AssetVersion> versions(TenantProfile tenant, String course) {
                return published;
            }
        };
        service.endings = new Endings() {
            @Override
            public Known of(TenantProfile tenant) {
                return new Known(ending.stream().collect(Collectors.toMap(there -> COURSE, there -> there)), Map.of());
            }
        };
        service.events = new Events() {
            @Override
            public void publish(TenantId tenant, DomainEvent event) {
                events.add(event);
            }
        };
        service.record = new LearningRecord();
        service.record.statements = new Statements() {
            @Override
            public UUID record(TenantProfile tenant, Statement statement) {
                told.add(statement);
                return TOLD;
            }

            @Override
            public UUID recordEvidence(TenantProfile tenant, Statement statement) {
                told.add(statement);
                evidence.add(statement);
                return TOLD;
            }
        };
        service.duties = new Duties() {
            @Override
            boolean askFor(TenantProfile tenant, UUID person, String course) {
                return person.equals(LENA) && !forgotten.contains(person);
            }

            @Override
            void forget(TenantId tenant, UUID person) {
                forgotten.add(person);
            }
        };
        service.record.duties = service.duties;
        return service;
    }

    private static EffectiveCourse course() {
        return of(question("q1"), question("q2"));
    }

    /** From the alarm into the smoke, and from there out, or not; one can also stay and look. */
    private static Block scenario(String id) {
        return block(
                id,
                BlockKind.SCENARIO,
                Map.ofEntries(
                        Map.entry("prompt", words("It burns.")),
                        Map.entry("scenes", Field.ids(List.of("alarm", "smoke", "out", "stuck"))),
                        Map.entry("scenes.alarm.text", words("The alarm.")),
                        Map.entry("scenes.alarm.choices", Field.ids(List.of("wait"))),
                        Map.entry("scenes.alarm.choices.wait.to", Field.neutral("smoke")),
                        Map.entry("scenes.alarm.choices.wait.text", words("Wait")),
                        Map.entry("scenes.smoke.text", words("Smoke.")),
                        Map.entry("scenes.smoke.choices", Field.ids(List.of("lift", "stairs", "look"))),
                        Map.entry("scenes.smoke.choices.lift.to", Field.neutral("stuck")),
                        Map.entry("scenes.smoke.choices.stairs.to", Field.neutral("out")),
                        Map.entry("scenes.smoke.choices.look.to", Field.neutral("smoke")),
                        Map.entry("scenes.out.end", Field.neutral("good")),
                        Map.entry("scenes.stuck.end", Field.neutral("poor"))));
    }

    private static EffectiveCourse of(Block... questions) {
        return EffectiveCourse.of(
                version(1, ChangeClass.MAJOR, Stream.of(questions)), List.of(), List.of(Locale.ENGLISH), NOW);
    }

    private static AssetVersion version(int number, ChangeClass change, Stream<Block> questions) {
        var facts = new CourseFacts(
                COURSE,
                "safety",
                5,
                "Knows the way out",
                "Safety",
                "Safety",
                LocalDate.of(2027, 1, 1),
                80,
                Optional.of(12),
                List.of(Locale.ENGLISH));
        return AssetVersion.of(
                facts,
                number,
                change,
                NOW,
                Stream.concat(
                                Stream.of(
                                        block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", words("Fire safety"))),
                                        block("section.one", BlockKind.SECTION, Map.of("title", words("One"))),
                                        block("read", BlockKind.TEXT, Map.of("body", words("Read me"))),
                                        block("section.two", BlockKind.SECTION, Map.of("title", words("Two")))),
                                questions)
                        .toList());
    }

    private static Block question(String id) {
        return block(
                id,
                BlockKind.SINGLE,
                Map.of(
                        "prompt", words("?"),
                        "options", Field.ids(List.of("a", "b")),
                        "correct", Field.neutral("a"),
                        "options.a.text", words("A"),
                        "options.b.text", words("B")));
    }

    private static Block block(String id, BlockKind kind, Map<String, Field> fields) {
        return new Block(id, kind, new TreeMap<>(fields));
    }

    private static Field words(String english) {
        return Field.words(Map.of("en", english));
    }

    private static final class EnrolmentsInMemory extends EnrolmentStore {

        private final List<EnrolmentRow> rows = new ArrayList<>();

        @Override
        public void add(EnrolmentRow row) {
            rows.add(row);
        }

        @Override
        public Optional<EnrolmentRow> find(TenantId tenant, UUID person, String course) {
            return of(tenant, person, Integer.MAX_VALUE).stream()
                    .filter(row -> row.course().equals(course))
                    .findFirst();
        }

        @Override
        public Optional<EnrolmentRow> hold(TenantId tenant, UUID person, String course) {
            return find(tenant, person, course);
        }

        @Override
        public List<EnrolmentRow> of(TenantId tenant, UUID person, int most) {
            return rows.stream()
                    .filter(row -> row.tenant().equals(tenant) && row.person().equals(person))
                    .limit(most)
                    .toList();
        }
    }

    private static final class CompletionsInMemory extends CompletionStore {

        private final List<CompletionRow> rows = new ArrayList<>();

        @Override
        public void add(CompletionRow row) {
            rows.add(row);
        }

        @Override
        public List<CompletionRow> of(TenantId tenant, UUID person, int most) {
            return rows.stream()
                    .filter(row -> row.tenant().equals(tenant)
                            && row.completion().person().equals(person))
                    .toList();
        }
    }
}
