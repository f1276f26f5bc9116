package org.mangrove.core.adaptation.web;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Agreement;
import org.mangrove.core.adaptation.Agreements;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where a market's words wait until somebody else there agrees to them. */
@Path("adaptations/agreements")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class AgreementsResource {

    static final String PLACE = AdaptationsResource.PLACE + "/agreements";

    @Inject
    CurrentRequest request;

    @Inject
    Agreements agreements;

    @Inject
    People people;

    @GET
    public Page all() {
        return page(request.callerWith(Role.AUTHOR, Role.REVIEWER), TypedForm.NOTHING);
    }

    /** One, or some that were chosen: each with the digest of the words that were shown. */
    @POST
    @Path("agreeing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response agree(MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.REVIEWER);
        return act(
                caller,
                form,
                typed -> Message.of("adaptation.agreement.done")
                        .with(
                                "texts",
                                agreements.agree(
                                        request.tenant(),
                                        caller.person(),
                                        chosen(form.getOrDefault("agree", List.of())))));
    }

    @POST
    @Path("{agreement}/declining")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("agreement") String agreement, MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.REVIEWER);
        return act(caller, form, typed -> {
            agreements.decline(request.tenant(), caller.person(), uuid(agreement), typed.value("reason"));
            return Message.of("adaptation.agreement.declined");
        });
    }

    @POST
    @Path("{agreement}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("agreement") String agreement, MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        return act(caller, form, typed -> {
            agreements.withdraw(request.tenant(), caller.person(), uuid(agreement));
            return Message.of("adaptation.agreement.withdrawn");
        });
    }

    private interface Deed {
        Message done(TypedForm typed);
    }

    private Response act(Caller caller, MultivaluedMap<String, String> form, Deed deed) {
        TypedForm typed = TypedForm.of(form, Terms.LONGEST);
        try {
            return new Flash(Tone.SUCCESS, deed.done(typed)).shownAt(request.address(), PLACE);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, typed.with(refused)))
                    .build();
        }
    }

    private Page page(Caller caller, TypedForm typed) {
        TenantProfile tenant = request.tenant();
        List<Agreements.Waiting> waiting = agreements.waiting(tenant, request.locale());
        List<Agreement> answered = agreements.answered(tenant);
        Map<UUID, PersonName> names = people.names(
                tenant.tenant().id(),
                Agreements.people(
                        Stream.concat(waiting.stream().map(Agreements.Waiting::agreement), answered.stream())));
        return Page.of(
                "adaptation/agreements",
                new AgreementsPage(
                        waiting,
                        answered,
                        names,
                        caller.person(),
                        caller.is(Role.REVIEWER),
                        caller.is(Role.AUTHOR),
                        typed));
    }

    private static Map<UUID, Digest> chosen(List<String> written) {
        var chosen = new LinkedHashMap<UUID, Digest>();
        for (String each : written) {
            String[] parts = each.split(":", 2);
            Optional<Digest> digest = parts.length == 2 ? Digest.parse(parts[1]) : Optional.empty();
            chosen.put(
                    uuid(parts[0]),
                    digest.orElseThrow(() -> new Refusal.Invalid("agree", Message.of("adaptation.no-revision"))));
        }
        return chosen;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("adaptation.agreement.not-found"));
        }
    }
}
