package org.mangrove.core.regulation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Entry;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.governance.TakenLine;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.Affected;
import org.mangrove.core.regulation.Foundations;
import org.mangrove.core.regulation.LawChange;
import org.mangrove.core.regulation.LawChanges;
import org.mangrove.core.regulation.LawTask;
import org.mangrove.core.regulation.WantedChange;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where headquarters announces that a law changes, and sees link by link what has followed. */
@Path("law-changes")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class LawChangesResource {

    static final String PLACE = "/law-changes";

    private static final String USUAL_DAYS = "30";

    /** @param mayAnnounce whether the reader is one who verifies texts for a law */
    public record ListPage(List<LawChanges.Listed> changes, boolean mayAnnounce, Instant now) {}

    /** @param found what rests on what is written so far; nothing before anybody has looked */
    public record NewPage(Optional<Found> found, LocalDate today, TypedForm typed) {

        public String usualDays() {
            return USUAL_DAYS;
        }
    }

    /** What an announcement would end. */
    public record Found(List<Affected> courses, List<TenantProfile> markets) {

        public int claims() {
            return courses.stream().mapToInt(each -> each.claims().size()).sum();
        }

        public long blocks() {
            return courses.stream().mapToLong(Affected::blocks).sum();
        }
    }

    /**
     * @param people who can be asked
     * @param names public names by actor
     * @param decisions what the log has about it, the latest last
     */
    public record ChainPage(
            LawChanges.Chain chain,
            boolean mayDecide,
            List<CoreMember> people,
            Map<UUID, String> names,
            List<Entry> decisions,
            TypedForm typed) {

        public String home() {
            return PLACE + "/" + chain.change().id();
        }

        public Optional<String> name(UUID actor) {
            return Optional.ofNullable(names.get(actor));
        }

        public Tone tone(LawTask.State state) {
            return switch (state) {
                case OPEN -> Tone.DANGER;
                case ASKED, PUBLISHED -> Tone.WARNING;
                case IN_WORK, IN_REVIEW, APPROVED -> Tone.INFO;
                case ANSWERED -> Tone.SUCCESS;
            };
        }

        /** Until when a new verification may be relied on, unless somebody says otherwise. */
        public LocalDate usualLastDay() {
            return chain.change().effectiveOn().plusYears(1);
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    LawChanges changes;

    @Inject
    Foundations foundations;

    @Inject
    RightsBook rights;

    @Inject
    CoreMemberships members;

    @Inject
    Clock clock;

    @GET
    public Page all() {
        CoreCaller caller = reader();
        return Page.of(
                "regulation/list",
                new ListPage(changes.all(caller.enterprise().id()), mayDecide(caller), clock.instant()));
    }

    @GET
    @Path("new")
    public Page form() {
        rightful();
        return Page.of("regulation/new", new NewPage(Optional.empty(), changes.today(), TypedForm.NOTHING));
    }

    /** Looks first what rests on it, or announces it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response announce(MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful();
        TypedForm typed = TypedForm.of(form, LawChanges.LONGEST);
        try {
            if (typed.value("do").equals("look")) {
                return Response.ok(Page.of(
                                "regulation/new",
                                new NewPage(Optional.of(found(caller, typed)), changes.today(), typed)))
                        .build();
            }
            LawChange change = changes.announce(caller.enterprise(), caller.actor(), wanted(typed));
            return new Flash(Tone.SUCCESS, Message.of("regulation.change.announced"))
                    .shownAt(request.address(), PLACE + "/" + change.id());
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(
                    Page.of("regulation/new", new NewPage(Optional.empty(), changes.today(), typed.with(refused))),
                    refused);
        }
    }

    private Found found(CoreCaller caller, TypedForm typed) {
        LawChange asked = changes.read(
                new WantedChange(
                        "-",
                        typed.value("legalReference"),
                        places(typed),
                        "-",
                        "-",
                        changes.today(),
                        Integer.parseInt(USUAL_DAYS)),
                caller.actor());
        return new Found(
                foundations.find(caller.enterprise().id(), asked),
                foundations.markets(caller.enterprise().id(), asked));
    }

    @GET
    @Path("{change}")
    public Page show(@PathParam("change") String change) {
        return page(reader(), uuid(change), TypedForm.NOTHING);
    }

    @POST
    @Path("{change}/taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("change") String change, MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful();
        TypedForm typed = TypedForm.of(form, LawChanges.LONGEST);
        try {
            changes.takeBack(caller.enterprise().id(), caller.actor(), uuid(change), typed.value("reason"));
            return answer(change, Tone.SUCCESS, "regulation.change.taken-back");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, uuid(change), typed.with(refused)), refused);
        }
    }

    @POST
    @Path("{change}/courses/{course}/asking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @PathParam("change") String change,
            @PathParam("course") String course,
            MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful();
        TypedForm typed = TypedForm.of(form, LawChanges.LONGEST);
        try {
            Posted posted =
                    changes.ask(caller.enterprise(), caller.actor(), uuid(change), course, actor(typed.value("actor")));
            return answer(
                    change,
                    posted == Posted.WAITING ? Tone.SUCCESS : Tone.INFO,
                    posted == Posted.WAITING ? "regulation.task.asked-by-mail" : "regulation.task.asked-here");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, uuid(change), typed.with(refused)), refused);
        }
    }

    @POST
    @Path("{change}/courses/{course}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("change") String change,
            @PathParam("course") String course,
            MultivaluedMap<String, String> form) {
        CoreCaller caller = rightful();
        TypedForm typed = TypedForm.of(form, LawChanges.LONGEST);
        try {
            changes.answer(
                    caller.enterprise().id(),
                    caller.actor(),
                    uuid(change),
                    course,
                    number(typed, "version"),
                    day(typed, "lastDay"));
            return answer(change, Tone.SUCCESS, "regulation.task.answered");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(page(caller, uuid(change), typed.with(refused)), refused);
        }
    }

    private Page page(CoreCaller caller, UUID id, TypedForm typed) {
        LawChanges.Chain chain = changes.must(caller.enterprise().id(), id);
        List<CoreMember> all = members.all(caller.enterprise().id());
        return Page.of(
                "regulation/chain",
                new ChainPage(
                        chain,
                        mayDecide(caller),
                        all.stream()
                                .filter(member -> member.roles().contains(CoreRole.AUTHOR)
                                        || member.roles().contains(CoreRole.GOVERNOR))
                                .toList(),
                        all.stream()
                                .filter(member -> member.byline().isPresent())
                                .collect(Collectors.toMap(
                                        CoreMember::actor,
                                        member -> member.byline().orElseThrow())),
                        chain.evidence().stream()
                                .flatMap(line -> TakenLine.read(line).stream())
                                .map(TakenLine::entry)
                                .toList(),
                        typed));
    }

    private static WantedChange wanted(TypedForm typed) {
        return new WantedChange(
                typed.value("title"),
                typed.value("legalReference"),
                places(typed),
                typed.value("says"),
                typed.value("announcedIn"),
                day(typed, "effectiveOn"),
                number(typed, "daysToLearn"));
    }

    private static List<String> places(TypedForm typed) {
        return Stream.of(typed.value("jurisdictions").split("[\\s,;]+"))
                .filter(place -> !place.isEmpty())
                .map(place -> place.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static LocalDate day(TypedForm typed, String name) {
        try {
            return LocalDate.parse(typed.value(name));
        } catch (DateTimeException notOne) {
            throw new Refusal.Invalid(name, Message.of("regulation.change.not-a-day"));
        }
    }

    private static int number(TypedForm typed, String name) {
        String text = typed.value(name);
        if (!text.matches("\\d{1,6}")) {
            throw new Refusal.Invalid(name, Message.of("regulation.change.not-a-number"));
        }
        return Integer.parseInt(text);
    }

    private static UUID actor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Refusal.Invalid("actor", Message.of("regulation.task.nobody"));
        }
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Refusal.NotFound(Message.of("regulation.change.not-found"));
        }
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private CoreCaller rightful() {
        CoreCaller caller = reader();
        rights.mustMay(caller, DecisionRights.GLOBAL, Act.CLAIM);
        return caller;
    }

    private boolean mayDecide(CoreCaller caller) {
        return rights.may(caller, DecisionRights.GLOBAL, Act.CLAIM);
    }

    private Response answer(String change, Tone tone, String done) {
        return new Flash(tone, Message.of(done)).shownAt(request.address(), PLACE + "/" + uuid(change));
    }

    private static Response again(Page page, Refusal refused) {
        return Response.status(
                        refused instanceof Refusal.Conflict ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .entity(page)
                .build();
    }
}
