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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.governance.Act;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.Policies;
import org.mangrove.core.policy.PolicyDefinition;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where governors publish policies, say them otherwise for regions, lock figures, and see which markets have figures of their own. */
@Path("governance/policies")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class PoliciesResource {

    static final String PLACE = "/governance/policies";

    private static final int LONGEST_TEXT = 1_000;

    /** @param today to know which reviews are due */
    public record PoliciesPage(List<Policies.Work> policies, LocalDate today) {}

    @Inject
    CurrentRequest request;

    @Inject
    Policies policies;

    @Inject
    RuleBook rules;

    @Inject
    RightsBook rights;

    @Inject
    Clock clock;

    @GET
    public Page list() {
        return Page.of(
                "policy/policies",
                new PoliciesPage(policies.all(reader().enterprise().id()), today()));
    }

    @GET
    @Path("{policy}")
    public Page show(@PathParam("policy") String policy, @QueryParam("figure") @DefaultValue("") String figure) {
        return page(reader(), policy, figure, TypedForm.NOTHING);
    }

    @POST
    @Path("{policy}/versions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("policy") String policy, MultivaluedMap<String, String> form) {
        return act(Act.POLICY, policy, form, (caller, typed) -> {
            PolicyDefinition definition =
                    policies.work(caller.enterprise().id(), policy).definition();
            policies.publish(
                    caller.enterprise().id(), caller.actor(), policy, new WrittenPolicy(typed, definition).draft());
            return Message.of("policy.published");
        });
    }

    @POST
    @Path("{policy}/regions/{region}/figures")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @PathParam("policy") String policy,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(Act.POLICY, policy, form, (caller, typed) -> {
            var written = new WrittenFigure(typed);
            policies.say(
                    writing(caller, policy, region, written),
                    typed.value("subject"),
                    typed.value("value"),
                    written.terms(today(), ZoneOffset.UTC));
            return Message.of("policy.said");
        });
    }

    @POST
    @Path("{policy}/regions/{region}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("policy") String policy,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(Act.POLICY, policy, form, (caller, typed) -> {
            policies.keep(
                    writing(caller, policy, region, new WrittenFigure(typed)),
                    typed.value("subject"),
                    typed.value("reason"));
            return Message.of("policy.kept");
        });
    }

    @POST
    @Path("{policy}/regions/{region}/giving-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(
            @PathParam("policy") String policy,
            @PathParam("region") String region,
            MultivaluedMap<String, String> form) {
        return act(Act.POLICY, policy, form, (caller, typed) -> {
            policies.giveUp(
                    writing(caller, policy, region, new WrittenFigure(typed)),
                    typed.value("subject"),
                    typed.value("reason"));
            return Message.of("policy.given-up");
        });
    }

    @POST
    @Path("{policy}/locks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lock(@PathParam("policy") String policy, MultivaluedMap<String, String> form) {
        return act(Act.LOCK, policy, form, (caller, typed) -> {
            Policies.Work work = policies.work(caller.enterprise().id(), policy);
            rules.lock(
                    caller.enterprise().id(),
                    caller.actor(),
                    PolicyDefinition.TYPE,
                    new WrittenLock(typed, work).rule(now()));
            return Message.of("policy.lock.set");
        });
    }

    @POST
    @Path("{policy}/locks/{lock}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(
            @PathParam("policy") String policy, @PathParam("lock") String lock, MultivaluedMap<String, String> form) {
        return act(Act.LOCK, policy, form, (caller, typed) -> {
            UUID id = uuid(lock);
            if (policies.work(caller.enterprise().id(), policy).rules().locks().stream()
                    .noneMatch(there -> there.id().equals(id))) {
                throw new Refusal.NotFound(Message.of("lineage.lock.not-found"));
            }
            rules.lift(caller.enterprise().id(), caller.actor(), PolicyDefinition.TYPE, id);
            return Message.of("policy.lock.lifted");
        });
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("lineage.lock.not-found"));
        }
    }

    private interface Deed {
        Message done(CoreCaller caller, TypedForm typed);
    }

    private Response act(Act act, String policy, MultivaluedMap<String, String> form, Deed deed) {
        CoreCaller caller = reader();
        rights.mustMay(caller, DecisionRights.GLOBAL, act);
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            return new Flash(Tone.SUCCESS, deed.done(caller, typed)).shownAt(request.address(), PLACE + "/" + policy);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, policy, typed.value("subject"), typed.with(refused)))
                    .build();
        }
    }

    private static Policies.Writing writing(CoreCaller caller, String policy, String region, WrittenFigure written) {
        return new Policies.Writing(caller.enterprise().id(), caller.actor(), policy, region, written.seen());
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.GOVERNOR, CoreRole.AUTHOR);
    }

    private Page page(CoreCaller caller, String policy, String figure, TypedForm typed) {
        Policies.Work work = policies.work(caller.enterprise().id(), policy);
        return Page.of(
                "policy/policy",
                new PolicyPage(
                        work,
                        Optional.of(figure).filter(any -> !any.isEmpty()).flatMap(work.definition()::find),
                        rights.may(caller, DecisionRights.GLOBAL, Act.POLICY),
                        rights.may(caller, DecisionRights.GLOBAL, Act.LOCK),
                        today(),
                        typed));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
