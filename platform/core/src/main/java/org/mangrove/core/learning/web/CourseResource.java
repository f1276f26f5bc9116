package org.mangrove.core.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;
import org.mangrove.core.content.Endings;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.learning.Answer;
import org.mangrove.core.learning.Catalogue;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.learning.Enrolment;
import org.mangrove.core.learning.Enrolments;
import org.mangrove.core.learning.Progress;
import org.mangrove.core.learning.Standing;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.localization.LocalCustoms;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * Taking a course: its page, its sections, its questions, its end. All of it works with plain forms; with scripts a question
 * is answered in place.
 */
@Path("courses/{course}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class CourseResource {

    /** Of what was no answer so much comes back to be mended. */
    private static final int LONGEST_ANSWER = 300;

    @Inject
    CurrentRequest request;

    @Inject
    LocalCustoms customs;

    @Inject
    Courses courses;

    @Inject
    Endings endings;

    @Inject
    Enrolments enrolments;

    @Inject
    Completions completions;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock clock;

    @GET
    public Page course(@PathParam("course") String key) {
        Caller caller = request.caller();
        TenantProfile tenant = request.tenant();
        Catalogue.Look look = catalogue.look(tenant, caller.person(), key, request.locale());
        EffectiveCourse course = look.course();
        Optional<Enrolment> enrolment = look.enrolment();
        Progress progress = enrolment.map(Enrolment::progress).orElse(Progress.none());
        Optional<Completion> passed = look.passed();
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        boolean valid = passed.filter(completion -> completion.isValidOn(today)).isPresent();
        Optional<Duty> duty = look.duty();
        boolean counts = valid
                || duty.flatMap(Duty::insteadOf)
                        .flatMap(old -> completions.findLatest(tenant.tenant().id(), caller.person(), old))
                        .filter(completion -> completion.isValidOn(today))
                        .isPresent();
        return Page.of(
                "learning/course",
                new CoursePage(
                        course,
                        enrolment,
                        Standing.of(course, progress),
                        passed,
                        valid,
                        duty,
                        duty.filter(one -> one.isOverdueOn(today)).isPresent(),
                        duty.filter(one -> one.isPressingOn(today, counts)).isPresent(),
                        chapters(course, progress, ""),
                        Standing.next(course, progress).map(EffectiveSection::id),
                        look.ending(),
                        look.successor()));
    }

    @POST
    @Path("enrolment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("course") String key) {
        Progress progress = enrolments.begin(request.tenant(), request.caller().person(), key, request.locale());
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        String section = Standing.next(course, progress)
                .map(EffectiveSection::id)
                .orElse(course.sections().getFirst().id());
        return Place.go(request.address(), "/courses/" + key + "/sections/" + section);
    }

    @GET
    @Path("sections/{section}")
    public Object section(@PathParam("course") String key, @PathParam("section") String section) {
        // Who asks comes first: to nobody it is told whether there is such a course.
        UUID person = request.caller().person();
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        Optional<Enrolment> enrolment = enrolments.find(request.tenant(), person, course);
        if (enrolment.isEmpty() || !endings.of(request.tenant()).letsGoOn(key)) {
            return Place.go(request.address(), "/courses/" + key);
        }
        return sectionPage(course, section, person, enrolment.get().progress(), "", TypedForm.NOTHING);
    }

    @POST
    @Path("sections/{section}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response finishSection(@PathParam("course") String key, @PathParam("section") String section) {
        enrolments.finishSection(request.tenant(), request.caller().person(), key, section, request.locale());
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        return Place.go(
                request.address(),
                following(course, section)
                        .map(next -> "/courses/" + key + "/sections/" + next)
                        .orElse("/courses/" + key + "/result"));
    }

    /** With scripts the question comes back in place, without them the page goes to the question. */
    @POST
    @Path("blocks/{block}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object answer(
            @PathParam("course") String key,
            @PathParam("block") String block,
            @HeaderParam("HX-Request") @DefaultValue("false") boolean inPlace,
            MultivaluedMap<String, String> form) {
        UUID person = request.caller().person();
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        EffectiveBlock question = course.findBlock(block)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.question.not-found")));
        Optional<Answer> answer = Optional.empty();
        TypedForm typed = TypedForm.NOTHING;
        var written = new AnswerForm(form, customs.of(request.tenant().tenant(), request.locale()));
        try {
            if (question.kind() == BlockKind.SCENARIO) {
                enrolments.walk(request.tenant(), person, key, block, written.move(), request.locale());
            } else {
                answer = Optional.of(enrolments.answer(
                        request.tenant(), person, key, block, written.response(question), request.locale()));
            }
        } catch (Refusal.Invalid unanswered) {
            typed = TypedForm.of(form, LONGEST_ANSWER).with(unanswered);
        }
        if (inPlace) {
            Progress progress = question.kind() == BlockKind.SCENARIO ? progressOf(person, course) : Progress.none();
            return Page.of(
                    "learning/question",
                    new Step(
                            key,
                            question,
                            answer.or(() -> progress.answerTo(block)),
                            typed,
                            true,
                            person,
                            progress.walk(block),
                            false));
        }
        String section = course.sections().stream()
                .filter(one -> one.blocks().contains(question))
                .map(EffectiveSection::id)
                .findFirst()
                .orElseThrow();
        if (typed.wrong().isPresent()) {
            return sectionPage(course, section, person, progressOf(person, course), block, typed);
        }
        return Place.go(request.address(), "/courses/" + key + "/sections/" + section + "#" + block);
    }

    @GET
    @Path("result")
    public Object result(@PathParam("course") String key) {
        UUID person = request.caller().person();
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        Optional<Enrolment> enrolment = enrolments.find(request.tenant(), person, course);
        if (enrolment.isEmpty()) {
            return Place.go(request.address(), "/courses/" + key);
        }
        Progress progress = enrolment.get().progress();
        return Page.of(
                "learning/result",
                new ResultPage(
                        course,
                        Standing.of(course, progress),
                        progress,
                        completions.findLatest(request.tenant().tenant().id(), person, key)));
    }

    @POST
    @Path("attempts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tryAgain(@PathParam("course") String key) {
        enrolments.tryAgain(request.tenant(), request.caller().person(), key, request.locale());
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        String section = course.sections().stream()
                .filter(one ->
                        one.blocks().stream().anyMatch(block -> block.kind().isQuestion()))
                .map(EffectiveSection::id)
                .findFirst()
                .orElse(course.sections().getFirst().id());
        return Place.go(request.address(), "/courses/" + key + "/sections/" + section);
    }

    private Progress progressOf(UUID person, EffectiveCourse course) {
        return enrolments
                .find(request.tenant(), person, course)
                .map(Enrolment::progress)
                .orElse(Progress.none());
    }

    /** @param typed what was no answer to the block {@code wrongAt}, if anything */
    private Page sectionPage(
            EffectiveCourse course, String sectionId, UUID person, Progress progress, String wrongAt, TypedForm typed) {
        EffectiveSection section = course.findSection(sectionId)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("learning.section.not-found")));
        int number = course.sections().indexOf(section);
        return Page.of(
                "learning/section",
                new SectionPage(
                        course,
                        section,
                        section.blocks().stream()
                                .map(block -> new Step(
                                        course.key(),
                                        block,
                                        progress.answerTo(block.id()),
                                        block.id().equals(wrongAt) ? typed : TypedForm.NOTHING,
                                        false,
                                        person,
                                        progress.walk(block.id()),
                                        progress.isOwedAgain(block.id())))
                                .toList(),
                        chapters(course, progress, sectionId),
                        Standing.of(course, progress),
                        number == 0
                                ? Optional.empty()
                                : Optional.of(course.sections().get(number - 1).id()),
                        following(course, sectionId),
                        number + 1,
                        courses.sizesOfFiles(request.tenant(), section.blocks())));
    }

    private static List<Chapter> chapters(EffectiveCourse course, Progress progress, String current) {
        return course.sections().stream()
                .map(section -> new Chapter(
                        course.sections().indexOf(section) + 1,
                        section,
                        Standing.isDone(section, progress),
                        section.id().equals(current)))
                .toList();
    }

    private static Optional<String> following(EffectiveCourse course, String section) {
        List<String> ids = course.sections().stream().map(EffectiveSection::id).toList();
        int next = ids.indexOf(section) + 1;
        return next > 0 && next < ids.size() ? Optional.of(ids.get(next)) : Optional.empty();
    }
}
