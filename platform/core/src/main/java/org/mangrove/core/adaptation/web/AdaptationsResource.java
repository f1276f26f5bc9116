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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.Agreements;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.adaptation.Offers;
import org.mangrove.core.adaptation.SharedText;
import org.mangrove.core.adaptation.Sharings;
import org.mangrove.core.adaptation.Suggestions;
import org.mangrove.core.content.Pins;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.quality.LocalQuality;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where a market says in its own way what comes to it from above, and decides when that changes. */
@Path("adaptations")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class AdaptationsResource {

    static final String PLACE = "/adaptations";

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_TEXT = 20_000;

    /** @param asked how much waits for somebody's agreement. @param page counts from 1 */
    public record CoursesPage(List<Adaptations.Listed> courses, int asked, int page, boolean hasMore) {}

    @Inject
    CurrentRequest request;

    @Inject
    Adaptations adaptations;

    @Inject
    LocalQuality quality;

    @Inject
    Offers offers;

    @Inject
    Sharings sharings;

    @Inject
    Suggestions suggestions;

    @Inject
    Agreements agreements;

    @Inject
    People people;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    @GET
    public Page courses(@QueryParam("page") @DefaultValue("1") int page) {
        reader();
        List<Adaptations.Listed> all = adaptations.all(request.tenant(), request.locale());
        int from = Math.min(all.size(), Math.clamp(page - 1L, 0, 1_000) * ON_A_PAGE);
        int to = Math.min(all.size(), from + ON_A_PAGE);
        return Page.of(
                "adaptation/courses",
                new CoursesPage(
                        all.subList(from, to),
                        agreements.count(request.tenant()),
                        from / ON_A_PAGE + 1,
                        to < all.size()));
    }

    @GET
    @Path("{course}")
    public Page course(@PathParam("course") String course) {
        return coursePage(reader(), course, TypedForm.NOTHING);
    }

    @GET
    @Path("{course}/texts/{block}/{field}")
    public Page text(
            @PathParam("course") String course, @PathParam("block") String block, @PathParam("field") String field) {
        return textPage(reader(), course, block, field, TypedForm.NOTHING);
    }

    @POST
    @Path("{course}/texts/{block}/{field}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @PathParam("course") String course,
            @PathParam("block") String block,
            @PathParam("field") String field,
            MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        var typed = new WrittenAdaptation(TypedForm.of(form, LONGEST_TEXT));
        try {
            Adaptations.Done done = adaptations.say(
                    writing(caller, course, typed),
                    block,
                    field,
                    words(typed, spoken(course, block, field)),
                    terms(typed));
            return to(course, told(done, "adaptation.said"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(textPage(caller, course, block, field, typed.form().with(refused)), refused);
        }
    }

    /** How good a text would be, while it is written. Writes nothing. */
    @POST
    @Path("{course}/texts/{block}/{field}/judging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page judge(
            @PathParam("course") String course,
            @PathParam("block") String block,
            @PathParam("field") String field,
            MultivaluedMap<String, String> form) {
        return textPage(request.callerWith(Role.AUTHOR), course, block, field, TypedForm.of(form, LONGEST_TEXT));
    }

    @POST
    @Path("{course}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> {
            adaptations.keep(by, typed.value("subject"), typed.value("reason"));
            return Message.of("adaptation.kept");
        });
    }

    @POST
    @Path("{course}/accepting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> {
            adaptations.accept(by, typed.value("subject"), typed.value("reason"));
            return Message.of("adaptation.accepted");
        });
    }

    @POST
    @Path("{course}/joining")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> Message.of("adaptation.joined").with("texts", adaptations.join(by)));
    }

    @POST
    @Path("{course}/leaving-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leaveOut(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(
                course,
                form,
                (by, typed) ->
                        told(adaptations.leaveOut(by, typed.value("block"), terms(typed)), "adaptation.left-out"));
    }

    @POST
    @Path("{course}/moving")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> {
            adaptations.move(by, typed.value("block"), typed.value("direction").equals("up"), terms(typed));
            return Message.of("adaptation.moved");
        });
    }

    @POST
    @Path("{course}/insertions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response insert(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> {
            List<Locale> spoken = languages.offered(request.tenant());
            Adaptations.Done done = adaptations.insert(
                    by,
                    typed.value("after"),
                    typed.words("heading", spoken),
                    typed.words("body", spoken),
                    terms(typed));
            return told(done, "adaptation.inserted");
        });
    }

    @POST
    @Path("{course}/restoring")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return act(course, form, (by, typed) -> {
            adaptations.restore(by, typed.number("revision"), typed.value("reason"));
            return Message.of("adaptation.restored");
        });
    }

    /** What the market does about a course that is given up above. */
    @POST
    @Path("{course}/retirement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return decide(course, form, (tenant, person, typed) -> {
            adaptations.leave(tenant, person, course, new WrittenChoice(typed).chosen());
            return Message.of("adaptation.leaving.decided");
        });
    }

    /** Readers stay with the version that they have. */
    @POST
    @Path("{course}/pinning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pin(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return decide(course, form, (tenant, person, typed) -> {
            var written = new WrittenAdaptation(typed);
            adaptations.pin(
                    tenant,
                    person,
                    course,
                    new Pins.Wish(written.number("version"), typed.value("reason"), written.lastDay()));
            return Message.of("adaptation.pin.done");
        });
    }

    /** Readers have again what is in effect above. */
    @POST
    @Path("{course}/following")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response follow(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return decide(course, form, (tenant, person, typed) -> {
            adaptations.follow(tenant, person, course, typed.value("reason"));
            return Message.of("adaptation.pin.ended");
        });
    }

    /** What was kept stays for some more time. */
    @POST
    @Path("{course}/staying")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stay(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return decide(course, form, (tenant, person, typed) -> {
            adaptations.stay(tenant, person, course, typed.value("reason"), new WrittenChoice(typed).reviewOn());
            return Message.of("adaptation.leaving.stays");
        });
    }

    /** What was kept follows its master again. */
    @POST
    @Path("{course}/attaching")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response attach(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        return decide(course, form, (tenant, person, typed) -> {
            adaptations.attach(tenant, person, course, typed.value("reason"));
            return Message.of("adaptation.leaving.attached");
        });
    }

    private interface AboutTheWhole {
        Message done(TenantProfile tenant, UUID person, TypedForm typed);
    }

    private Response decide(String course, MultivaluedMap<String, String> form, AboutTheWhole deed) {
        Caller caller = request.callerWith(Role.AUTHOR);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            return to(course, deed.done(request.tenant(), caller.person(), typed));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(coursePage(caller, course, typed.with(refused)), refused);
        }
    }

    /** @param read what is told if readers see it already */
    static Message told(Adaptations.Done done, String read) {
        return Message.of(done == Adaptations.Done.ASKED ? "adaptation.agreement.asked" : read);
    }

    private interface Deed {
        Message done(Adaptations.Writing by, WrittenAdaptation typed);
    }

    private Response act(String course, MultivaluedMap<String, String> form, Deed deed) {
        Caller caller = request.callerWith(Role.AUTHOR);
        var typed = new WrittenAdaptation(TypedForm.of(form, LONGEST_TEXT));
        try {
            return to(course, deed.done(writing(caller, course, typed), typed));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(coursePage(caller, course, typed.form().with(refused)), refused);
        }
    }

    private Adaptations.Writing writing(Caller caller, String course, WrittenAdaptation typed) {
        return new Adaptations.Writing(request.tenant(), caller.person(), course, typed.seen());
    }

    private Terms terms(WrittenAdaptation typed) {
        TenantProfile tenant = request.tenant();
        return typed.terms(
                LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone()),
                tenant.tenant().timeZone());
    }

    private Caller reader() {
        return request.callerWith(Role.AUTHOR, Role.REVIEWER);
    }

    private Page coursePage(Caller caller, String course, TypedForm typed) {
        TenantProfile tenant = request.tenant();
        Adaptations.Work work = adaptations.work(tenant, course, request.locale());
        List<LocalRevision> history = adaptations.history(tenant, course);
        return Page.of(
                "adaptation/course",
                new CoursePage(
                        work,
                        history,
                        people.names(
                                tenant.tenant().id(),
                                history.stream()
                                        .flatMap(revision -> revision.by().stream())
                                        .distinct()
                                        .toList()),
                        languages.chain(tenant, request.locale()),
                        caller.is(Role.AUTHOR),
                        languages.offered(tenant),
                        work.ending().isPresent()
                                ? adaptations.replacements(tenant, course, request.locale())
                                : Map.of(),
                        offers.of(tenant, course),
                        sharings.of(tenant, course),
                        suggestions.of(tenant, course),
                        typed));
    }

    private Page textPage(Caller caller, String course, String block, String field, TypedForm typed) {
        Adaptations.Work work = adaptations.work(request.tenant(), course, request.locale());
        DeskText text = mustFind(work, block, field);
        return Page.of(
                "adaptation/text",
                new TextPage(
                        work,
                        text,
                        work.desk().find(block),
                        Comparison.of(text),
                        languagesOf(text),
                        caller.is(Role.AUTHOR),
                        suggestions.of(request.tenant(), course).stream()
                                .filter(each -> each.text().kind() == SharedText.Kind.SAID
                                        && each.text().subject().equals(block + "/" + field))
                                .toList(),
                        agreements.find(request.tenant(), course, block + "/" + field),
                        quality.demands(request.tenant(), field, languagesOf(text)),
                        judged(work, text, typed),
                        typed));
    }

    /** What is written in the form, else what the market says already; empty where there is neither. */
    private Optional<LocalQuality.Judged> judged(Adaptations.Work work, DeskText text, TypedForm typed) {
        Map<Locale, String> words = new WrittenAdaptation(typed).words("words", languagesOf(text));
        text.said()
                .filter(any -> typed.values().isEmpty())
                .ifPresent(said -> languagesOf(text)
                        .forEach(language -> words.put(
                                language,
                                Comparison.words(Optional.of(said), language.toLanguageTag())
                                        .orElse(""))));
        boolean isThere = work.desk().find(text.block()).isPresent()
                && words.values().stream().anyMatch(word -> !word.isBlank());
        return isThere && words.values().stream().noneMatch(word -> word.length() > LONGEST_TEXT)
                ? Optional.of(adaptations.judge(request.tenant(), work.course(), text.block(), text.field(), words))
                : Optional.empty();
    }

    private static DeskText mustFind(Adaptations.Work work, String block, String field) {
        return work.desk()
                .find(block, field)
                .filter(text -> !text.isRightAnswers())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.no-such-text")));
    }

    /** A number comes as people write it here. */
    private Map<Locale, String> words(WrittenAdaptation typed, Collection<Locale> languages) {
        Map<Locale, String> words = typed.words("words", languages);
        Customs customs = Customs.of(request.tenant().tenant(), request.locale());
        words.computeIfPresent(Locale.ROOT, (language, written) -> WrittenAmount.held(written, customs));
        return words;
    }

    private Collection<Locale> spoken(String course, String block, String field) {
        return languagesOf(mustFind(adaptations.work(request.tenant(), course, request.locale()), block, field));
    }

    /** Those of the market, and those in which it says the text already. */
    private List<Locale> languagesOf(DeskText text) {
        if (text.isAmount()) {
            return List.of(Locale.ROOT);
        }
        var all = new LinkedHashSet<>(languages.offered(request.tenant()));
        text.said().ifPresent(field -> {
            if (field instanceof Field.Worded worded) {
                worded.words().keySet().forEach(tag -> all.add(Locale.forLanguageTag(tag)));
            }
        });
        return List.copyOf(all);
    }

    private Response to(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), PLACE + "/" + course);
    }

    private static Response again(Page page, Refusal refused) {
        return Response.status(
                        refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page)
                .build();
    }
}
