package org.mangrove.core.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.privacy.Hold;
import org.mangrove.core.privacy.LegalHolds;
import org.mangrove.core.privacy.Registration;
import org.mangrove.core.privacy.Request;
import org.mangrove.core.privacy.Requests;
import org.mangrove.core.privacy.Retention;
import org.mangrove.core.privacy.Retention.Rule;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Where a tenant's admin answers what people ask about their data, holds what must stay, and sees what time has removed. */
@Path("admin/privacy")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class PrivacyAdminResource {

    static final String PLACE = "/admin/privacy";

    private static final int ON_A_PAGE = 25;
    private static final int LONGEST = 1_000;

    /**
     * @param names of those who are still known
     * @param number of this page, beginning with 1
     * @param typed into the form below
     */
    public record RequestList(
            List<Request> requests,
            Map<UUID, PersonName> names,
            LocalDate today,
            int number,
            long all,
            TypedSubject typed) {

        public boolean hasMore() {
            return (long) number * ON_A_PAGE < all;
        }
    }

    /**
     * @param who whose request it is, if they are still known
     * @param decidedBy the admin who did, if they are still known
     * @param isOneself whether it is the admin who looks
     */
    public record RequestPage(
            Request request,
            Optional<PersonName> who,
            Optional<PersonName> decidedBy,
            Optional<Hold> hold,
            LocalDate today,
            boolean isOneself) {}

    /**
     * @param names of those who are held, and of those who placed the holds
     * @param typed into the form below
     */
    public record HoldList(List<Hold> holds, Map<UUID, PersonName> names, LocalDate today, TypedSubject typed) {}

    /** @param rules in the order of the tenant's register */
    public record RetentionPage(List<Rule> rules) {

        /** Whether a rule has the purpose of the one before, which need not be read twice. */
        public boolean goesOn(Rule rule) {
            int at = rules.indexOf(rule);
            return at > 0 && rules.get(at - 1).purpose().equals(rule.purpose());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Requests requests;

    @Inject
    Registration registration;

    @Inject
    LegalHolds holds;

    @Inject
    Retention retention;

    @Inject
    People people;

    @Inject
    Words words;

    @Inject
    Answers answers;

    @Inject
    Clock clock;

    @GET
    public Page list(@QueryParam("page") @DefaultValue("1") int number) {
        request.callerWith(Role.TENANT_ADMIN);
        return list(number, TypedSubject.NOTHING);
    }

    private Page list(int number, TypedSubject typed) {
        int page = Math.clamp(number, 1, Integer.MAX_VALUE / ON_A_PAGE);
        List<Request> some = requests.page(tenantId(), (page - 1) * ON_A_PAGE, ON_A_PAGE);
        Set<UUID> asking = some.stream().flatMap(one -> one.person().stream()).collect(Collectors.toSet());
        return Page.of(
                "privacy/requests",
                new RequestList(
                        some, people.names(tenantId(), asking), today(), page, requests.count(tenantId()), typed));
    }

    /** The register for a spreadsheet, without anybody's data: whose request it was is not in it. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv() {
        request.callerWith(Role.TENANT_ADMIN);
        Stream<String> head = Stream.of(
                        "privacy.csv.id",
                        "privacy.csv.kind",
                        "privacy.csv.state",
                        "privacy.csv.origin",
                        "privacy.csv.asked",
                        "privacy.csv.due",
                        "privacy.csv.term",
                        "privacy.csv.decided",
                        "privacy.csv.ended",
                        "privacy.csv.again")
                .map(key -> words.say(request.tenant(), request.locale(), Message.of(key)));
        var text = new StringBuilder("\ufeff").append(CsvLine.of(head));
        int skip = 0;
        List<Request> some = requests.page(tenantId(), skip, LONGEST);
        while (!some.isEmpty()) {
            some.forEach(one -> text.append(line(one)));
            skip += some.size();
            some = requests.page(tenantId(), skip, LONGEST);
        }
        return Response.ok(text.toString(), "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"privacy-requests.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static String line(Request one) {
        return CsvLine.of(Stream.of(
                one.id().toString(),
                one.kind().name(),
                one.state().name(),
                one.origin().name(),
                one.askedAt().toString(),
                one.dueOn().toString(),
                one.termReference(),
                one.decidedAt().map(Object::toString).orElse(""),
                one.endedAt().map(Object::toString).orElse(""),
                one.againOn().map(Object::toString).orElse("")));
    }

    @GET
    @Path("requests/{request}")
    public Page show(@PathParam("request") String id) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        Request one = requests.must(tenantId(), Answers.uuid(id));
        Map<UUID, PersonName> names = people.names(
                tenantId(),
                Stream.concat(one.person().stream(), one.decidedBy().stream()).collect(Collectors.toSet()));
        return Page.of(
                "privacy/request",
                new RequestPage(
                        one,
                        one.person().map(names::get),
                        one.decidedBy().map(names::get),
                        one.isErasure() && one.state().isOpen()
                                ? requests.findHold(request.tenant(), one)
                                : Optional.empty(),
                        today(),
                        one.person().filter(caller.person()::equals).isPresent()));
    }

    /** @param say {@code approve}, {@code refuse} or {@code again}; @param sure that it was looked at twice */
    @POST
    @Path("requests/{request}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("request") String id,
            @FormParam("say") @DefaultValue("") String say,
            @FormParam("sure") @DefaultValue("") String sure,
            @FormParam("reason") @DefaultValue("") String reason) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        UUID one = Answers.uuid(id);
        switch (say) {
            case "approve" -> {
                mustBeSure(sure);
                requests.approve(request.tenant(), caller.person(), one);
            }
            case "refuse" -> requests.refuse(request.tenant(), caller.person(), one, cut(reason));
            case "again" -> requests.tryAgain(request.tenant(), one);
            default -> throw new Refusal.Invalid("say", Message.of("privacy.request.no-answer"));
        }
        return answers.to(PLACE + "/requests/" + one, Tone.SUCCESS, Message.of("privacy.request.decided"));
    }

    /** For somebody who has no account here, or cannot ask. */
    @POST
    @Path("requests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(
            @FormParam("emails") @DefaultValue("") String emails,
            @FormParam("accounts") @DefaultValue("") String accounts) {
        request.callerWith(Role.TENANT_ADMIN);
        var typed = new TypedSubject(emails, accounts, "", "", Optional.empty());
        try {
            UUID made = registration.register(request.tenant(), emails, accounts, request.locale());
            return answers.to(PLACE + "/requests/" + made, Tone.SUCCESS, Message.of("privacy.request.registered"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(list(1, typed.with(refused)));
        }
    }

    @GET
    @Path("holds")
    public Page holds() {
        request.callerWith(Role.TENANT_ADMIN);
        return holds(TypedSubject.NOTHING);
    }

    private Page holds(TypedSubject typed) {
        List<Hold> all = holds.all(request.tenant());
        var concerned = new HashSet<UUID>();
        all.forEach(hold -> {
            hold.person().ifPresent(concerned::add);
            hold.placedBy().ifPresent(concerned::add);
        });
        return Page.of("privacy/holds", new HoldList(all, people.names(tenantId(), concerned), today(), typed));
    }

    @POST
    @Path("holds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hold(
            @FormParam("emails") @DefaultValue("") String emails,
            @FormParam("accounts") @DefaultValue("") String accounts,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("until") @DefaultValue("") String until) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        var typed = new TypedSubject(emails, accounts, reason, until, Optional.empty());
        try {
            DataSubject who =
                    registration.named(request.tenant(), emails, accounts).subject();
            holds.place(request.tenant(), caller.person(), who, cut(reason), day(until));
            return answers.to(PLACE + "/holds", Tone.SUCCESS, Message.of("privacy.hold.placed"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return again(holds(typed.with(refused)));
        }
    }

    @POST
    @Path("holds/{hold}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("hold") String id, @FormParam("reason") @DefaultValue("") String reason) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        holds.lift(request.tenant(), caller.person(), Answers.uuid(id), cut(reason));
        return answers.to(PLACE + "/holds", Tone.SUCCESS, Message.of("privacy.hold.lifted"));
    }

    @GET
    @Path("retention")
    public Page retention() {
        request.callerWith(Role.TENANT_ADMIN);
        return Page.of("privacy/retention", new RetentionPage(retention.rules(request.tenant())));
    }

    /** @param say {@code run}, or {@code count} for a trial; @param sure that it was looked at twice */
    @POST
    @Path("retention/runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run(
            @FormParam("say") @DefaultValue("") String say, @FormParam("sure") @DefaultValue("") String sure) {
        request.callerWith(Role.TENANT_ADMIN);
        boolean trial = say.equals("count");
        if (!trial) {
            mustBeSure(sure);
        }
        retention.ask(request.tenant(), trial);
        return answers.to(
                PLACE + "/retention",
                Tone.SUCCESS,
                Message.of(trial ? "privacy.retention.counting" : "privacy.retention.running"));
    }

    private static Response again(Page page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private static void mustBeSure(String sure) {
        if (!sure.equals("yes")) {
            throw new Refusal.Invalid("sure", Message.of("privacy.request.look-twice"));
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDay) {
            throw new Refusal.Invalid("until", Message.of("privacy.hold.no-day"));
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private TenantId tenantId() {
        return tenant().tenant().id();
    }

    private TenantProfile tenant() {
        return request.tenant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenant().tenant().timeZone());
    }
}
