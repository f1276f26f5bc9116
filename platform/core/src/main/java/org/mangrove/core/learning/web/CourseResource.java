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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;
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
import org.mangrove.core.pages.Page;
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

    /** A course's page for one person. */
    public record CoursePage(
            EffectiveCourse course,
            Optional<Enrolment> enrolment,
            Standing standing,
            Optional<Completion> passed,
            boolean valid,
            Optional<Duty> duty,
            boolean overdue,
            boolean pressing,
            List<Chapter> chapters,
            Optional<String> next) {

        public boolean isUnderWay() {
            return enrolment.filter(part -> !part.completed()).isPresent();
        }

        /** How many blocks the market has changed or added. */
        public long adapted() {
            return course.steps().filter(step -> !step.notes().isEmpty()).count();
        }
    }

    /** A section in the table of contents. */
    public record Chapter(int number, EffectiveSection section, boolean done, boolean current) {}

    /** A section to be read. */
    public record SectionPage(
            EffectiveCourse course,
            EffectiveSection section,
            List<Step> steps,
            List<Chapter> chapters,
            Standing standing,
            Optional<String> before,
            Optional<String> after,
            int number) {

        public boolean isLast() {
            return after.isEmpty();
        }

        public boolean hasOpenQuestions() {
            return steps.stream()
                    .anyMatch(step ->
                            step.block().kind().isQuestion() && step.answer().isEmpty());
        }
    }

    /**
     * A block with what the person answered, if it asks something.
     *
     * @param fresh whether the answer was given just now and comes back in place, where the focus goes to it
     */
    public record Step(String course, EffectiveBlock block, Optional<Answer> answer, String problem, boolean fresh) {

        /** Items as the person ordered them or, before that, shuffled, the same way each time. */
        public List<EffectiveBlock.Item> shownItems() {
            List<String> given =
                    answer.map(there -> List.of(there.response().split(" "))).orElse(List.of());
            return block.items().stream()
                    .sorted(
                            given.isEmpty()
                                    ? Comparator.comparing(item ->
                                            Digest.of((block.id() + item.id()).getBytes(StandardCharsets.UTF_8)))
                                    : Comparator.comparing(item -> given.indexOf(item.id())))
                    .toList();
        }
    }

    /** The end of a course, or how far it is. */
    public record ResultPage(
            EffectiveCourse course, Standing standing, Progress progress, Optional<Completion> completion) {}

    @Inject
    CurrentRequest request;

    @Inject
    Courses courses;

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
                        duty.filter(one -> one.isPressingOn(today, valid)).isPresent(),
                        chapters(course, progress, ""),
                        Standing.next(course, progress).map(EffectiveSection::id)));
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
        Optional<Enrolment> enrolment =
                enrolments.find(request.tenant().tenant().id(), request.caller().person(), key);
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        if (enrolment.isEmpty()) {
            return Place.go(request.address(), "/courses/" + key);
        }
        return sectionPage(course, section, enrolment.get().progress());
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
        String problem = "";
        try {
            answer = Optional.of(enrolments.answer(
                    request.tenant(), person, key, block, response(question, form), request.locale()));
        } catch (Refusal.Invalid unanswered) {
            problem = unanswered.reason().key();
        }
        if (inPlace) {
            return Page.of("learning/question", new Step(key, question, answer, problem, true));
        }
        String section = course.sections().stream()
                .filter(one -> one.blocks().contains(question))
                .map(EffectiveSection::id)
                .findFirst()
                .orElseThrow();
        if (!problem.isEmpty()) {
            Progress progress = enrolments
                    .find(request.tenant().tenant().id(), person, key)
                    .map(Enrolment::progress)
                    .orElse(Progress.none());
            return sectionPage(course, section, progress, block, problem);
        }
        return Place.go(request.address(), "/courses/" + key + "/sections/" + section + "#" + block);
    }

    @GET
    @Path("result")
    public Object result(@PathParam("course") String key) {
        UUID person = request.caller().person();
        EffectiveCourse course = courses.must(request.tenant(), key, request.locale());
        Optional<Enrolment> enrolment =
                enrolments.find(request.tenant().tenant().id(), person, key);
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

    private static Page sectionPage(EffectiveCourse course, String section, Progress progress) {
        return sectionPage(course, section, progress, "", "");
    }

    private static Page sectionPage(
            EffectiveCourse course, String sectionId, Progress progress, String problemAt, String problem) {
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
                                        block.id().equals(problemAt) ? problem : "",
                                        false))
                                .toList(),
                        chapters(course, progress, sectionId),
                        Standing.of(course, progress),
                        number == 0
                                ? Optional.empty()
                                : Optional.of(course.sections().get(number - 1).id()),
                        following(course, sectionId),
                        number + 1));
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

    /** What the form says: options that were ticked, places that were given to items, or words. */
    private static String response(EffectiveBlock question, MultivaluedMap<String, String> form) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                String.join(
                        " ",
                        form.getOrDefault("answer", List.of()).stream().sorted().toList());
            case ORDER -> order(question, form);
            case SHORT, COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT ->
                Optional.ofNullable(form.getFirst("answer")).orElse("").strip();
        };
    }

    /** Each item says its place; two in one place are no answer. */
    private static String order(EffectiveBlock question, MultivaluedMap<String, String> form) {
        List<String> ids =
                question.items().stream().map(EffectiveBlock.Item::id).toList();
        List<Integer> places = ids.stream()
                .map(id -> Optional.ofNullable(form.getFirst("place." + id)).orElse(""))
                .map(place -> place.matches("\\d{1,2}") ? Integer.parseInt(place) : 0)
                .toList();
        if (places.contains(0) || places.stream().distinct().count() < ids.size()) {
            return "";
        }
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparing(places::get))
                .map(ids::get)
                .collect(Collectors.joining(" "));
    }
}
