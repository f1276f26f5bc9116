package org.mangrove.core.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.audit.Acts;
import org.mangrove.core.audit.Audits;
import org.mangrove.core.audit.Findings;
import org.mangrove.core.audit.Findings.Listed;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Where an audit is asked for, and what it has found is looked through; governors decide about several at once. */
@Path("audit")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class AuditResource {

    static final String PLACE = "/audit";

    private static final List<String> COLUMNS = List.of(
            "finding", "kind", "subjects", "title", "responsible", "state", "due", "first-seen", "last-seen", "gone");

    @Inject
    CurrentRequest request;

    @Inject
    Audits audits;

    @Inject
    Findings findings;

    @Inject
    Acts acts;

    @Inject
    Words words;

    @GET
    public Page all(@BeanParam AuditQuery query) {
        return page(query, TypedForm.NOTHING);
    }

    private Page page(AuditQuery query, TypedForm plan) {
        CoreCaller caller = reader();
        EnterpriseId enterprise = caller.enterprise().id();
        return Page.of(
                "audit/findings",
                new AuditPage(
                        audits.latest(enterprise),
                        audits.findDone(enterprise),
                        audits.everyDays(),
                        findings.all(enterprise),
                        query.choice(),
                        request.locale(),
                        findings.today(),
                        caller.is(CoreRole.GOVERNOR),
                        plan));
    }

    @POST
    @Path("runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run() {
        CoreCaller caller = reader();
        try {
            audits.ask(caller.enterprise().id(), caller.actor());
            return answer(Tone.SUCCESS, Message.of("audit.run.asked"));
        } catch (Refusal.Conflict oneIsOpen) {
            return answer(Tone.INFO, oneIsOpen.reason());
        }
    }

    @POST
    @Path("stopping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop() {
        audits.stop(reader().enterprise().id());
        return answer(Tone.INFO, Message.of("audit.run.stopped"));
    }

    /** To the page itself, so that what is wrong is said where the list is, as it was chosen and sorted. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(@BeanParam AuditQuery query, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.GOVERNOR);
        TypedForm typed = TypedForm.of(form, Acts.LONGEST_REASON);
        try {
            boolean isAccepting = typed.value("do").equals("accept");
            int planned = acts.plan(
                    caller.enterprise().id(),
                    caller.actor(),
                    Optional.ofNullable(form.get("finding")).orElse(List.of()).stream()
                            .map(FindingResource::finding)
                            .toList(),
                    FindingResource.run(typed.value("seen")),
                    new Acts.Plan(isAccepting, typed.value("who"), FindingResource.day("day", typed.value("day"))),
                    typed.value("reason"));
            return answer(
                    Tone.SUCCESS,
                    Message.of(isAccepting ? "audit.plan.accepted" : "audit.plan.assigned")
                            .with("count", planned));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(query, typed.with(refused)))
                    .build();
        }
    }

    /** All that is chosen, whatever page is shown; dates as ISO 8601. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@BeanParam AuditQuery query) {
        CoreCaller caller = reader();
        EnterpriseId enterprise = caller.enterprise().id();
        var page = new AuditPage(
                List.of(),
                Optional.empty(),
                0,
                findings.all(enterprise),
                query.choice(),
                request.locale(),
                findings.today(),
                false,
                TypedForm.NOTHING);
        String head = CsvLine.of(COLUMNS.stream().map(column -> say(Message.of("audit.export." + column))));
        String rows = page.chosen().stream().map(this::line).collect(Collectors.joining());
        return Response.ok(CsvLine.BEGINNING + head + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private String line(Listed listed) {
        var finding = listed.finding();
        return CsvLine.of(Stream.of(
                finding.id().toString(),
                say(Message.of("audit.kind." + finding.kind().word())),
                String.join(" ", finding.subjects()),
                finding.title().text(),
                listed.responsible(),
                say(Message.of("audit.state." + listed.state().word())),
                listed.task()
                        .flatMap(task -> task.lastDay())
                        .map(Object::toString)
                        .orElse(""),
                finding.firstSeenAt().toString(),
                finding.seenAt().toString(),
                finding.goneAt().map(Object::toString).orElse("")));
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private Response answer(Tone tone, Message said) {
        return new Flash(tone, said).shownAt(request.address(), PLACE);
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }
}
