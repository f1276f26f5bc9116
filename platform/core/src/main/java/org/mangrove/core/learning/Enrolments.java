package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;
import org.mangrove.core.content.Endings;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.events.Events;
import org.mangrove.core.learning.LearningRecord.Participation;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.EnrolmentRow;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Lets people take courses: begin, read, answer, try again, pass. */
@ApplicationScoped
public class Enrolments {

    private static final int MOST_ENROLMENTS = 500;
    private static final int LONGEST_RESPONSE = 1_000;

    @Inject
    Courses courses;

    @Inject
    EnrolmentStore store;

    @Inject
    CompletionStore completions;

    @Inject
    Duties duties;

    @Inject
    Endings endings;

    @Inject
    Events events;

    @Inject
    LearningRecord record;

    @Inject
    Clock clock;

    @Transactional
    public Optional<Enrolment> find(TenantId tenant, UUID person, String course) {
        return store.find(tenant, person, course).map(Enrolments::enrolment);
    }

    /** Somebody's part in a course as it is now: also where it has become another version since they were last there. */
    @Transactional
    public Optional<Enrolment> find(TenantProfile tenant, UUID person, EffectiveCourse course) {
        return find(tenant.tenant().id(), person, course.key())
                .map(part -> part.with(reached(tenant, part.progress(), part.completed(), course)));
    }

    /** The one touched last first. */
    @Transactional
    public List<Enrolment> of(TenantId tenant, UUID person) {
        return store.of(tenant, person, MOST_ENROLMENTS).stream()
                .map(Enrolments::enrolment)
                .toList();
    }

    /**
     * Begins a course, or goes on with it; after it was passed, begins it once more.
     *
     * @throws Refusal.Conflict if it was given up
     */
    @AgainIfOvertaken
    @Transactional
    public Progress begin(TenantProfile tenant, UUID person, String courseKey, Locale language) {
        EffectiveCourse course = courses.must(tenant, courseKey, language);
        TenantId id = tenant.tenant().id();
        Instant now = now();
        Optional<EnrolmentRow> before = store.hold(id, person, courseKey);
        boolean isUnderWay = before.filter(row -> !row.isCompleted()).isPresent();
        mustBeOpen(tenant, courseKey, isUnderWay, language);
        if (isUnderWay) {
            return reached(tenant, before.orElseThrow(), course).progress();
        }
        EnrolmentRow row;
        if (before.isPresent()) {
            row = before.get();
            row.reopen();
            Progress fresh = row.progress().startOver().on(course.version(), Set.of());
            row.move(fresh, Standing.of(course, fresh), now);
        } else {
            row = new EnrolmentRow(id, person, courseKey, (int) course.steps().count(), now);
            Progress fresh = row.progress().on(course.version(), Set.of());
            row.move(fresh, Standing.of(course, fresh), now);
            store.add(row);
        }
        events.publish(id, new CourseBegun(person, courseKey, course.version()));
        record.begun(
                Participation.of(tenant, course, row, language), row.progress().attempt(), now);
        return row.progress();
    }

    /**
     * The person has read a section's blocks and goes on. Questions count once they are answered. Who says so twice has read
     * it once.
     */
    @AgainIfOvertaken
    @Transactional
    public Standing finishSection(
            TenantProfile tenant, UUID person, String courseKey, String sectionId, Locale language) {
        EffectiveCourse course = courses.must(tenant, courseKey, language);
        EffectiveSection section = mustHave(course, sectionId);
        EnrolmentRow row = mustTakePart(tenant, person, course);
        mustBeOpen(tenant, courseKey, true, language);
        var taken = Participation.of(tenant, course, row, language);
        int seenBefore = row.progress().seen().size();
        Standing standing = move(taken, row, progress -> {
            Progress read = progress.see(section.blocks().stream()
                    .filter(block -> !block.kind().isQuestion())
                    .map(EffectiveBlock::id)
                    .collect(Collectors.toSet()));
            int following = course.sections().indexOf(section) + 1;
            return following < course.sections().size()
                    ? read.at(course.sections().get(following).id())
                    : read;
        });
        if (row.progress().seen().size() > seenBefore) {
            record.progressed(taken, standing, row.progress().attempt(), now());
        }
        return standing;
    }

    /**
     * Takes an answer. The first one of an attempt counts; a second one changes nothing.
     *
     * @throws Refusal.Invalid if it is no answer to this question
     */
    @AgainIfOvertaken
    @Transactional
    public Answer answer(
            TenantProfile tenant, UUID person, String courseKey, String block, String response, Locale language) {
        EffectiveCourse course = courses.must(tenant, courseKey, language);
        EffectiveBlock question = course.findBlock(block)
                .filter(there -> there.kind().isQuestion())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.question.not-found")));
        if (response.length() > LONGEST_RESPONSE || !Grading.isAnswer(question, response)) {
            throw new Refusal.Invalid("answer", Message.of("learning.question.no-answer"));
        }
        EnrolmentRow row = mustTakePart(tenant, person, course);
        mustBeOpen(tenant, courseKey, true, language);
        Optional<Answer> before = row.progress().answerTo(block);
        if (before.isPresent()) {
            return before.get();
        }
        return take(Participation.of(tenant, course, row, language), row, question, response);
    }

    private Answer take(Participation taken, EnrolmentRow row, EffectiveBlock question, String response) {
        String block = question.id();
        EffectiveCourse course = taken.course();
        var answer = new Answer(response, Grading.isRight(question, response), now());
        events.publish(
                row.tenant(),
                new QuestionAnswered(
                        row.person(), course.key(), block, row.progress().attempt(), answer.right()));
        record.answered(taken, question, answer, row.progress().attempt());
        move(taken, row, progress -> atSectionOf(course, question, progress.answer(block, answer)));
        return answer;
    }

    private static Progress atSectionOf(EffectiveCourse course, EffectiveBlock question, Progress progress) {
        return course.sections().stream()
                .filter(section -> section.blocks().contains(question))
                .findFirst()
                .map(section -> progress.at(section.id()))
                .orElse(progress);
    }

    /**
     * Goes on in a scenario, or back. The first end of an attempt counts as the answer; who walks on after it learns, and changes
     * nothing. A choice of a scene in which the person is not any more is not taken.
     *
     * @return where the person is now
     * @throws Refusal.Invalid if it is no choice of this scene, or if there have been too many
     */
    @AgainIfOvertaken
    @Transactional
    public Walk walk(
            TenantProfile tenant, UUID person, String courseKey, String block, Walk.Move move, Locale language) {
        EffectiveCourse course = courses.must(tenant, courseKey, language);
        EffectiveBlock scenario = course.findBlock(block)
                .filter(there -> there.kind() == BlockKind.SCENARIO)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.question.not-found")));
        EnrolmentRow row = mustTakePart(tenant, person, course);
        mustBeOpen(tenant, courseKey, true, language);
        Walk before = Walk.of(scenario, row.progress().walk(block));
        Walk after = step(before, move);
        if (after.equals(before)) {
            return before;
        }
        var taken = Participation.of(tenant, course, row, language);
        move(taken, row, progress -> atSectionOf(course, scenario, progress.walking(block, after.text())));
        if (after.end().isPresent() && row.progress().answerTo(block).isEmpty()) {
            take(taken, row, scenario, after.text());
        }
        return after;
    }

    private static Walk step(Walk walk, Walk.Move move) {
        return switch (move) {
            case Walk.Move.Back back -> walk.back();
            case Walk.Move.Again again -> walk.again();
            case Walk.Move.Choose(String scene, String way) -> {
                if (walk.here().filter(here -> here.id().equals(scene)).isEmpty()) {
                    yield walk;
                }
                if (walk.isTooLong()) {
                    throw new Refusal.Invalid("answer", Message.of("learning.scenario.too-long"));
                }
                yield walk.choosing(scene, way)
                        .orElseThrow(() -> new Refusal.Invalid("answer", Message.of("learning.scenario.no-choice")));
            }
        };
    }

    /** The questions once more, after too many wrong answers. Asked for twice, it is begun once. */
    @AgainIfOvertaken
    @Transactional
    public void tryAgain(TenantProfile tenant, UUID person, String courseKey, Locale language) {
        EffectiveCourse course = courses.must(tenant, courseKey, language);
        EnrolmentRow row = mustTakePart(tenant, person, course);
        mustBeOpen(tenant, courseKey, true, language);
        Progress progress = row.progress();
        if (progress.attempt() > 1 && progress.answers().isEmpty()) {
            return;
        }
        if (!Standing.of(course, progress).isFailed()) {
            throw new Refusal.Conflict(Message.of("learning.attempt.not-failed"));
        }
        move(Participation.of(tenant, course, row, language), row, Progress::tryAgain);
    }

    private Standing move(Participation taken, EnrolmentRow row, UnaryOperator<Progress> step) {
        EffectiveCourse course = taken.course();
        Progress before = row.progress();
        Progress after = step.apply(before);
        Standing standing = Standing.of(course, after);
        row.move(after, standing, now());
        if (!row.isCompleted() && standing.isPassed()) {
            row.complete();
            complete(taken, after, standing);
        } else if (standing.isFailed() && !Standing.of(course, before).isFailed()) {
            events.publish(
                    row.tenant(),
                    new CourseFailed(row.person(), course.key(), course.version(), after.attempt(), standing.score()));
            record.failed(taken, standing, after.attempt(), now());
        }
        return standing;
    }

    private void complete(Participation taken, Progress progress, Standing standing) {
        TenantProfile tenant = taken.tenant();
        EffectiveCourse course = taken.course();
        UUID person = taken.person();
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, tenant.tenant().timeZone());
        var completion = new Completion(
                Uuids.next(),
                person,
                course.key(),
                course.version(),
                course.digest(),
                course.title().text(),
                course.title().locale(),
                progress.attempt(),
                standing.score(),
                now,
                today,
                course.facts()
                        .certificateMonths()
                        .map(months -> today.plusMonths(months).minusDays(1)),
                CertificateCodes.next());
        boolean isEvidence = Evidence.purpose(tenant).isPresent() && duties.askFor(tenant, person, course.key());
        UUID statement = record.completed(taken, standing, progress.attempt(), now);
        completions.add(new CompletionRow(tenant.tenant().id(), completion, isEvidence, statement));
        duties.forget(tenant.tenant().id(), person);
        events.publish(
                tenant.tenant().id(),
                new CourseCompleted(
                        person,
                        course.key(),
                        course.version(),
                        course.digest().hex(),
                        standing.score(),
                        completion.id()));
    }

    /** Says what takes its place, if anything does. */
    private void mustBeOpen(TenantProfile tenant, String course, boolean isUnderWay, Locale language) {
        Endings.Known known = endings.of(tenant);
        if (isUnderWay ? known.letsGoOn(course) : known.letsBegin(course)) {
            return;
        }
        Optional<Message> withSuccessor = known.replacement(course)
                .flatMap(successor -> courses.find(tenant, successor, language))
                .map(successor -> Message.of(
                                isUnderWay
                                        ? "learning.ending.refused-going-on-for"
                                        : "learning.ending.refused-beginning-for")
                        .with("course", successor.title().text()));
        throw new Refusal.Conflict(withSuccessor.orElseGet(() ->
                Message.of(isUnderWay ? "learning.ending.refused-going-on" : "learning.ending.refused-beginning")));
    }

    private EnrolmentRow mustTakePart(TenantProfile tenant, UUID person, EffectiveCourse course) {
        EnrolmentRow row = store.hold(tenant.tenant().id(), person, course.key())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.enrolment.not-found")));
        return reached(tenant, row, course);
    }

    /** Whoever is in the middle goes on with the version that holds now. */
    private EnrolmentRow reached(TenantProfile tenant, EnrolmentRow row, EffectiveCourse course) {
        Progress now = reached(tenant, row.progress(), row.isCompleted(), course);
        if (!now.equals(row.progress())) {
            row.move(now, Standing.of(course, now), row.touchedAt());
        }
        return row;
    }

    private Progress reached(TenantProfile tenant, Progress progress, boolean isCompleted, EffectiveCourse course) {
        boolean isThere = progress.version()
                .filter(version -> version == course.version())
                .isPresent();
        if (isCompleted || isThere) {
            return progress;
        }
        List<AssetVersion> versions = progress.version().isEmpty() ? List.of() : courses.versions(tenant, course.key());
        return VersionSwitch.of(progress, versions, course.version());
    }

    private static EffectiveSection mustHave(EffectiveCourse course, String section) {
        return course.findSection(section)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.section.not-found")));
    }

    private static Enrolment enrolment(EnrolmentRow row) {
        return new Enrolment(row.course(), row.isCompleted(), row.progress(), row.share(), row.touchedAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
