package org.mangrove.core.audit.web;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.audit.ActKind;
import org.mangrove.core.audit.Acts;
import org.mangrove.core.audit.Choice;
import org.mangrove.core.audit.Findings;
import org.mangrove.core.audit.Findings.Found;
import org.mangrove.core.content.Masters;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** A finding with its evidence. Authors see it; governors decide what is done about it, and take that back. */
@Path("audit/findings/{finding}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class FindingResource {

    private static final int LONGEST_TEXT = 2_000;

    /** More than are shown are still said, by their keys. */
    private static final int MOST_TITLES = 60;

    @Inject
    CurrentRequest request;

    @Inject
    Findings findings;

    @Inject
    Acts acts;

    @Inject
    Masters masters;

    @GET
    public Page show(@PathParam("finding") String finding) {
        return page(reader(), finding(finding), TypedForm.NOTHING);
    }

    @POST
    @Path("acts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("finding") String id, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.GOVERNOR);
        UUID finding = finding(id);
        Found found = findings.must(caller.enterprise().id(), finding);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            Choice choice = choice(found, typed);
            acts.decide(
                    caller.enterprise().id(),
                    caller.actor(),
                    finding,
                    run(typed.value("seen")),
                    choice,
                    typed.value("reason"));
            return answer(finding, Message.of("audit.act.taken." + choice.kind().word()));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(caller, finding, typed.with(refused));
        }
    }

    @POST
    @Path("acts/{act}/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("finding") String id, @PathParam("act") String act) {
        CoreCaller caller = request.coreCallerWith(CoreRole.GOVERNOR);
        UUID finding = finding(id);
        try {
            acts.undo(caller.enterprise().id(), caller.actor(), finding, act(act));
            return answer(finding, Message.of("audit.act.undone"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(caller, finding, TypedForm.NOTHING.with(refused));
        }
    }

    /** Whoever writes the courses may say that what was asked for is there. */
    @POST
    @Path("acts/{act}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response done(@PathParam("finding") String id, @PathParam("act") String act) {
        CoreCaller caller = reader();
        UUID finding = finding(id);
        try {
            acts.done(caller.enterprise().id(), caller.actor(), finding, act(act));
            return answer(finding, Message.of("audit.act.done"));
        } catch (Refusal.Conflict refused) {
            return refused(caller, finding, TypedForm.NOTHING.with(refused));
        }
    }

    private static Choice choice(Found found, TypedForm typed) {
        ActKind kind = ActKind.find(typed.value("kind"))
                .orElseThrow(() -> new Refusal.Invalid("kind", Message.of("audit.act.no-such")));
        return switch (kind) {
            case ACCEPT -> new Choice.Accept(day("lastDay", typed.value("lastDay")));
            case TASK -> new Choice.Task(typed.value("who"), day("by", typed.value("by")), typed.value("keep"));
            case RENEW_REVIEW -> new Choice.RenewReview(day("day", typed.value("day")));
            case NAME_SOMEBODY ->
                new Choice.NameSomebody(
                        Optional.ofNullable(typed.values().get("owner")),
                        Optional.ofNullable(typed.values().get("steward")));
            case SAY_OBJECTIVE -> new Choice.SayObjective(typed.value("objective"));
            case REPLACE_LINKS -> new Choice.ReplaceLinks(links(found, typed));
            case RENEW_LICENCE -> new Choice.RenewLicence(day("until", typed.value("until")));
            case DROP_FILES -> new Choice.DropFiles();
            case DONE, UNDO -> throw new Refusal.Invalid("kind", Message.of("audit.act.no-such"));
        };
    }

    /** What is left empty stays as it is. */
    private static Map<String, String> links(Found found, TypedForm typed) {
        var links = new HashMap<String, String>();
        List<String> dead = new FindingPage(found, Map.of(), LocalDate.EPOCH, false, typed)
                .links().stream().map(link -> link.address()).toList();
        for (int at = 0; at < dead.size(); at++) {
            String elsewhere = typed.value("link-" + at);
            if (!elsewhere.isBlank()) {
                links.put(dead.get(at), elsewhere);
            }
        }
        return links;
    }

    private Response refused(CoreCaller caller, UUID finding, TypedForm typed) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(page(caller, finding, typed))
                .build();
    }

    private Page page(CoreCaller caller, UUID finding, TypedForm typed) {
        Found found = findings.must(caller.enterprise().id(), finding);
        var titles = new HashMap<String, Text>();
        found.finding().subjects().stream()
                .limit(MOST_TITLES)
                .forEach(subject -> masters.findCurrent(caller.enterprise().id(), subject)
                        .ifPresent(version -> titles.put(subject, Masters.title(version, chain()))));
        return Page.of(
                "audit/finding", new FindingPage(found, titles, findings.today(), caller.is(CoreRole.GOVERNOR), typed));
    }

    static UUID finding(String id) {
        return uuid(id).orElseThrow(() -> new Refusal.NotFound(Message.of("audit.finding.not-found")));
    }

    private static UUID act(String id) {
        return uuid(id).orElseThrow(() -> new Refusal.NotFound(Message.of("audit.act.not-found")));
    }

    /** Whoever has not said what they have seen has seen nothing that is there. */
    static UUID run(String id) {
        return uuid(id).orElseThrow(() -> new Refusal.Conflict(Message.of("audit.act.looked-again")));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    static LocalDate day(String place, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw Acts.noDay(place);
        }
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private Response answer(UUID finding, Message said) {
        return new Flash(Tone.SUCCESS, said).shownAt(request.address(), AuditResource.PLACE + "/findings/" + finding);
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}
