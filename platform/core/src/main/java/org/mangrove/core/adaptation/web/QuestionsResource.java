package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.DeskBlock;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.adaptation.OwnQuestion;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where a market asks questions of its own, and says which answers are right where the law or the practice there is another. */
@Path("adaptations/{course}/questions")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class QuestionsResource {

    private static final int LONGEST_TEXT = 20_000;
    private static final int SHOWN = 140;

    /** @param after behind which it is to stand */
    public record QuestionPage(
            Adaptations.Work work,
            List<Locale> languages,
            List<Locale> reading,
            String after,
            List<String> right,
            TypedForm typed) {

        public String home() {
            return AdaptationsResource.PLACE + "/" + work.course();
        }

        /** Behind which it can stand, each with its name. */
        public List<DeskBlock> anchors() {
            return work.desk().blocks().stream()
                    .filter(block -> block.block().kind() != BlockKind.COURSE)
                    .toList();
        }

        /** Whether something of an answer is written in another language than the first. */
        public boolean isElsewhere(String letter) {
            return languages.stream()
                    .skip(1)
                    .map(Locale::toLanguageTag)
                    .anyMatch(tag -> !(typed.value("text." + letter + "." + tag)
                                    + typed.value("feedback." + letter + "." + tag))
                            .isEmpty());
        }

        public Optional<Text> name(DeskBlock block) {
            return QuestionsResource.name(block.block(), reading);
        }
    }

    /** @param right as the form has it */
    public record AnswersPage(
            Adaptations.Work work,
            DeskBlock block,
            DeskText text,
            List<Locale> reading,
            List<String> right,
            boolean mayWrite,
            TypedForm typed) {

        public String home() {
            return AdaptationsResource.PLACE + "/" + work.course();
        }

        public boolean isSingle() {
            return block.block().kind() == BlockKind.SINGLE;
        }

        public List<String> options() {
            return BlockFields.ids(block.block(), "options");
        }

        public Text option(String id) {
            return block.block()
                    .find("options." + id + ".text")
                    .map(field -> field.in(reading))
                    .orElseGet(() -> new Text(id, Locale.ROOT));
        }

        public Optional<Text> prompt() {
            return block.block().find("prompt").map(field -> field.in(reading));
        }

        /** Which are right above. */
        public List<String> above() {
            return ids(text.above());
        }

        /** Which were right above when the market changed it. */
        public List<String> base() {
            return ids(text.base());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Adaptations adaptations;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    @GET
    public Page begin(@PathParam("course") String course, @QueryParam("after") @DefaultValue("") String after) {
        request.callerWith(Role.AUTHOR);
        return questionPage(course, after, List.of(), TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        var typed = new WrittenAdaptation(TypedForm.of(form, LONGEST_TEXT));
        List<String> right = form.getOrDefault("right", List.of());
        try {
            Adaptations.Added added = adaptations.ask(
                    writing(caller, course, typed), typed.value("after"), question(typed, right), terms(typed));
            return to(course, added.block(), AdaptationsResource.told(added.done(), "adaptation.question.asked"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(
                    questionPage(
                            course, typed.value("after"), right, typed.form().with(refused)),
                    refused);
        }
    }

    @GET
    @Path("{question}")
    public Page answers(@PathParam("course") String course, @PathParam("question") String block) {
        return answersPage(
                request.callerWith(Role.AUTHOR, Role.REVIEWER), course, block, Optional.empty(), TypedForm.NOTHING);
    }

    @POST
    @Path("{question}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sayRight(
            @PathParam("course") String course,
            @PathParam("question") String block,
            MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        var typed = new WrittenAdaptation(TypedForm.of(form, LONGEST_TEXT));
        List<String> right = form.getOrDefault("right", List.of());
        try {
            Adaptations.Done done = adaptations.sayRight(writing(caller, course, typed), block, right, terms(typed));
            return to(course, block, AdaptationsResource.told(done, "adaptation.said"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(
                    answersPage(
                            caller,
                            course,
                            block,
                            Optional.of(right),
                            typed.form().with(refused)),
                    refused);
        }
    }

    private OwnQuestion question(WrittenAdaptation typed, List<String> right) {
        List<Locale> spoken = languages.offered(request.tenant());
        return new OwnQuestion(
                Stream.of(BlockKind.SINGLE, BlockKind.MULTIPLE)
                        .filter(kind -> kind.word().equals(typed.value("kind")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Invalid("kind", Message.of("adaptation.question.say-kind"))),
                words(typed, "prompt", spoken),
                OwnQuestion.LETTERS.stream()
                        .map(letter -> new OwnQuestion.Option(
                                letter,
                                words(typed, "text." + letter, spoken),
                                words(typed, "feedback." + letter, spoken),
                                right.contains(letter)))
                        .toList(),
                words(typed, "explanation", spoken));
    }

    private static Map<Locale, String> words(WrittenAdaptation typed, String name, List<Locale> spoken) {
        return new HashMap<>(typed.words(name, spoken));
    }

    private Page questionPage(String course, String after, List<String> right, TypedForm typed) {
        return Page.of(
                "adaptation/question",
                new QuestionPage(
                        adaptations.work(request.tenant(), course, request.locale()),
                        languages.offered(request.tenant()),
                        languages.chain(request.tenant(), request.locale()),
                        after,
                        right,
                        typed));
    }

    /** @throws Refusal.NotFound if there is no such question to choose answers of */
    private Page answersPage(
            Caller caller, String course, String block, Optional<List<String>> right, TypedForm typed) {
        Adaptations.Work work = adaptations.work(request.tenant(), course, request.locale());
        DeskBlock there = work.desk().find(block).orElseThrow(QuestionsResource::noSuch);
        DeskText text = work.desk().find(block, DeskText.RIGHT_ANSWERS).orElseThrow(QuestionsResource::noSuch);
        return Page.of(
                "adaptation/answers",
                new AnswersPage(
                        work,
                        there,
                        text,
                        languages.chain(request.tenant(), request.locale()),
                        right.orElseGet(() -> BlockFields.ids(there.block(), DeskText.RIGHT_ANSWERS)),
                        caller.is(Role.AUTHOR),
                        typed));
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound(Message.of("adaptation.no-such-text"));
    }

    private static Optional<Text> name(Block block, List<Locale> reading) {
        return Stream.of("heading", "title", "prompt", "body", "alt")
                .flatMap(name -> block.find(name).stream())
                .map(field -> field.in(reading))
                .map(text -> new Text(text.beginning(SHOWN), text.locale()))
                .findFirst();
    }

    private static List<String> ids(Optional<Field> field) {
        return field.map(value -> value instanceof Field.Neutral ids ? ids.ids() : List.<String>of())
                .orElse(List.of());
    }

    private Adaptations.Writing writing(Caller caller, String course, WrittenAdaptation typed) {
        return new Adaptations.Writing(request.tenant(), caller.person(), course, typed.seen());
    }

    private Terms terms(WrittenAdaptation typed) {
        ZoneId zone = request.tenant().tenant().timeZone();
        return typed.terms(LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    private Response to(String course, String block, Message done) {
        return new Flash(Tone.SUCCESS, done)
                .shownAt(request.address(), AdaptationsResource.PLACE + "/" + course + "#" + block);
    }

    private static Response again(Page page, Refusal refused) {
        return Response.status(
                        refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page)
                .build();
    }
}
