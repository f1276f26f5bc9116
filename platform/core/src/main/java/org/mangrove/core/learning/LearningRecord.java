package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.learning.store.EnrolmentRow;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.records.Activity;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.Verb;
import org.mangrove.core.tenancy.TenantProfile;

/** Tells the learning record what somebody does in a course, in the transaction in which it is done. */
@ApplicationScoped
public class LearningRecord {

    @Inject
    Statements statements;

    @Inject
    Duties duties;

    /**
     * One person's taking part in one course.
     *
     * @param registration the enrolment's id
     */
    record Participation(
            TenantProfile tenant, EffectiveCourse course, UUID person, UUID registration, Locale language) {

        static Participation of(TenantProfile tenant, EffectiveCourse course, EnrolmentRow row, Locale language) {
            return new Participation(tenant, course, row.person(), row.id(), language);
        }
    }

    void begun(Participation taken, int attempt, Instant at) {
        tell(taken, Verb.INITIALIZED, Result.none(), attempt, at);
    }

    void progressed(Participation taken, Standing standing, int attempt, Instant at) {
        tell(taken, Verb.PROGRESSED, Result.none().progressed((int) (standing.share() * 100)), attempt, at);
    }

    void answered(Participation taken, EffectiveBlock question, Answer answer, int attempt) {
        Activity course = course(taken.course());
        Text prompt = question.text("prompt").orElse(taken.course().title());
        var asked = new Activity(
                Activity.Kind.QUESTION,
                course.path() + "/blocks/" + question.id(),
                prompt.text(),
                prompt.locale(),
                Asked.interaction(question));
        keep(
                taken,
                new Statement(
                        taken.person(),
                        Verb.ANSWERED,
                        asked,
                        Optional.of(course),
                        Result.none().succeeded(answer.right()).answered(Asked.response(question, answer.response())),
                        taken.registration(),
                        attempt,
                        taken.language(),
                        answer.at()));
    }

    void failed(Participation taken, Standing standing, int attempt, Instant at) {
        tell(taken, Verb.FAILED, graded(standing).succeeded(false), attempt, at);
    }

    /** A course that asks nothing is completed, and nobody has passed anything. @return the id of what tells that it is completed */
    UUID completed(Participation taken, Standing standing, int attempt, Instant at) {
        UUID completed = tell(taken, Verb.COMPLETED, Result.none().completed(true), attempt, at);
        if (standing.questions() > 0) {
            tell(taken, Verb.PASSED, graded(standing).succeeded(true), attempt, at);
        }
        return completed;
    }

    private UUID tell(Participation taken, Verb verb, Result result, int attempt, Instant at) {
        return keep(
                taken,
                new Statement(
                        taken.person(),
                        verb,
                        course(taken.course()),
                        Optional.empty(),
                        result,
                        taken.registration(),
                        attempt,
                        taken.language(),
                        at));
    }

    /** What a person has to take by law is evidence of it. */
    private UUID keep(Participation taken, Statement statement) {
        if (Evidence.purpose(taken.tenant()).isPresent()
                && duties.askFor(taken.tenant(), taken.person(), taken.course().key())) {
            return statements.recordEvidence(taken.tenant(), statement);
        }
        return statements.record(taken.tenant(), statement);
    }

    private static Result graded(Standing standing) {
        return Result.none().scored(standing.right(), standing.questions());
    }

    private static Activity course(EffectiveCourse course) {
        return new Activity(
                Activity.Kind.COURSE,
                "/courses/" + course.key(),
                course.title().text(),
                course.title().locale());
    }
}
