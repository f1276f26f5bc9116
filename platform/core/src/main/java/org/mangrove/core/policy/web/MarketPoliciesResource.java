package org.mangrove.core.policy.web;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.policy.PolicyDesk;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where a market sees which figures hold there and where each comes from, and chooses its own. */
@Path("policies")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MarketPoliciesResource {

    static final String PLACE = "/policies";

    private static final int LONGEST_TEXT = 1_000;

    public record PoliciesPage(List<PolicyDesk> policies) {}

    /**
     * @param chosen the figure that somebody wants to choose
     * @param names of those in the history who are still known
     * @param typed what did not go, if anything
     */
    public record PolicyPage(
            PolicyDesk desk,
            Optional<PolicyDesk.Row> chosen,
            List<LocalRevision> history,
            Map<UUID, PersonName> names,
            boolean mayWrite,
            TypedForm typed) {

        public String home() {
            return PLACE + "/" + desk.definition().slug();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    MarketPolicies policies;

    @Inject
    People people;

    @Inject
    Clock clock;

    @GET
    public Page list() {
        reader();
        return Page.of("policy/here", new PoliciesPage(policies.all(request.tenant())));
    }

    @GET
    @Path("{policy}")
    public Page show(@PathParam("policy") String policy, @QueryParam("figure") @DefaultValue("") String figure) {
        return page(reader(), policy, figure, TypedForm.NOTHING);
    }

    @POST
    @Path("{policy}/figures")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(@PathParam("policy") String policy, MultivaluedMap<String, String> form) {
        return act(policy, form, (by, typed) -> {
            ZoneId zone = by.tenant().tenant().timeZone();
            policies.say(
                    by,
                    typed.value("subject"),
                    typed.value("value"),
                    new WrittenFigure(typed).terms(LocalDate.ofInstant(clock.instant(), zone), zone));
            return Message.of("policy.said");
        });
    }

    @POST
    @Path("{policy}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("policy") String policy, MultivaluedMap<String, String> form) {
        return act(policy, form, (by, typed) -> {
            policies.keep(by, typed.value("subject"), typed.value("reason"));
            return Message.of("policy.kept");
        });
    }

    @POST
    @Path("{policy}/giving-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(@PathParam("policy") String policy, MultivaluedMap<String, String> form) {
        return act(policy, form, (by, typed) -> {
            policies.giveUp(by, typed.value("subject"), typed.value("reason"));
            return Message.of("policy.given-up");
        });
    }

    private interface Deed {
        Message done(MarketPolicies.Writing by, TypedForm typed);
    }

    private Response act(String policy, MultivaluedMap<String, String> form, Deed deed) {
        Caller caller = request.callerWith(Role.AUTHOR, Role.TENANT_ADMIN);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            var by = new MarketPolicies.Writing(
                    request.tenant(), caller.person(), policy, new WrittenFigure(typed).seen());
            return new Flash(Tone.SUCCESS, deed.done(by, typed)).shownAt(request.address(), PLACE + "/" + policy);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, policy, typed.value("subject"), typed.with(refused)))
                    .build();
        }
    }

    private Caller reader() {
        return request.callerWith(Role.AUTHOR, Role.REVIEWER, Role.TENANT_ADMIN);
    }

    private Page page(Caller caller, String policy, String figure, TypedForm typed) {
        PolicyDesk desk = policies.desk(request.tenant(), policy);
        List<LocalRevision> history = policies.history(request.tenant(), policy);
        return Page.of(
                "policy/policy-here",
                new PolicyPage(
                        desk,
                        Optional.of(figure).filter(any -> !any.isEmpty()).flatMap(desk::find),
                        history,
                        people.names(
                                request.tenant().tenant().id(),
                                history.stream()
                                        .flatMap(revision -> revision.by().stream())
                                        .distinct()
                                        .toList()),
                        caller.is(Role.AUTHOR) || caller.is(Role.TENANT_ADMIN),
                        typed));
    }
}
