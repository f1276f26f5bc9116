package org.mangrove.core.forwarding.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.credentials.SystemGate;
import org.mangrove.core.credentials.SystemGates;
import org.mangrove.core.forwarding.ErasureRequests;
import org.mangrove.core.forwarding.Forwarder;
import org.mangrove.core.forwarding.ForwarderTerms;
import org.mangrove.core.forwarding.Forwarders;
import org.mangrove.core.forwarding.Forwarders.Entry;
import org.mangrove.core.forwarding.Forwarders.Preview;
import org.mangrove.core.forwarding.SetAside;
import org.mangrove.core.forwarding.TargetLogin;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Where a tenant's admin says which record stores elsewhere get what, and sees how that goes. */
@Path("admin/forwarders")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ForwardersResource {

    static final String PLACE = "/admin/forwarders";

    private static final int ON_A_PAGE = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param asked how many wishes to be forgotten wait for somebody */
    public record ForwarderList(List<Entry> entries, long asked) {}

    /** @param more behind which the next page begins */
    public record Detail(Entry entry, List<SetAside> aside, Optional<UUID> more, List<String> sources) {}

    /**
     * A form under way.
     *
     * @param forwarder the one that is changed; empty for a new one
     * @param wrong what cannot stay as it is, if that was found
     */
    public record Making(
            ForwarderForm form,
            Optional<UUID> forwarder,
            boolean signsIn,
            List<Purpose> purposes,
            List<Credential> sources,
            List<SystemGate.KnownSystem> systems,
            Optional<Wrong> wrong,
            Optional<Shown> preview) {

        public Optional<Message> wrongWith(String place) {
            return wrong.filter(there -> there.place().equals(place)).map(Wrong::reason);
        }

        /** Where the form goes. */
        public String place() {
            return forwarder.map(id -> PLACE + "/" + id).orElse(PLACE);
        }
    }

    public record Wrong(String place, Message reason) {}

    /** A preview. Nothing in it if no statement is wanted. */
    public record Shown(String stored, String sent, Optional<Message> wrong, String place) {}

    @Inject
    CurrentRequest request;

    @Inject
    Forwarders forwarders;

    @Inject
    ErasureRequests erasures;

    @Inject
    Credentials credentials;

    @Inject
    SystemGates gates;

    @GET
    public Page list() {
        request.callerWith(Role.TENANT_ADMIN);
        return Page.of(
                "forwarding/forwarders", new ForwarderList(forwarders.open(tenant()), erasures.waiting(tenant())));
    }

    @GET
    @Path("new")
    public Page ask() {
        request.callerWith(Role.TENANT_ADMIN);
        return making(ForwarderForm.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@BeanParam ForwarderForm form) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        try {
            if (form.asksForPreview()) {
                return previewed(form, Optional.empty());
            }
            ForwarderTerms terms = form.terms();
            forwarders.create(
                    tenant,
                    Optional.of(caller.person()),
                    terms,
                    form.login().orElse(TargetLogin.NONE),
                    form.since(tenant.tenant().timeZone()));
            return to(
                    PLACE, Tone.SUCCESS, Message.of("forwarding.forwarder.made").with("title", terms.title()));
        } catch (Invalid invalid) {
            return again(form, Optional.empty(), invalid.place().orElse(""), invalid);
        } catch (Conflict tooMany) {
            return again(form, Optional.empty(), "", tooMany);
        }
    }

    @GET
    @Path("{forwarder}")
    public Page show(@PathParam("forwarder") String id, @QueryParam("behind") @DefaultValue("") String behind) {
        request.callerWith(Role.TENANT_ADMIN);
        Entry entry = must(id);
        List<SetAside> aside = forwarders.setAside(
                tenant(),
                entry.forwarder().id(),
                behind.isEmpty() ? Optional.empty() : Optional.of(id(behind)),
                ON_A_PAGE + 1);
        boolean more = aside.size() > ON_A_PAGE;
        List<SetAside> shown = more ? aside.subList(0, ON_A_PAGE) : aside;
        List<String> sources = credentials.all(request.tenant()).stream()
                .filter(credential ->
                        entry.forwarder().terms().filter().sources().contains(credential.id()))
                .map(credential -> credential.terms().title())
                .toList();
        return Page.of(
                "forwarding/forwarder",
                new Detail(entry, shown, more ? Optional.of(shown.getLast().position()) : Optional.empty(), sources));
    }

    @GET
    @Path("{forwarder}/edit")
    public Page edit(@PathParam("forwarder") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        return making(ForwarderForm.of(forwarder), Optional.of(forwarder), Optional.empty(), Optional.empty());
    }

    @POST
    @Path("{forwarder}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("forwarder") String id, @BeanParam ForwarderForm form) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        try {
            if (form.asksForPreview()) {
                return previewed(form, Optional.of(forwarder));
            }
            forwarders.change(request.tenant(), forwarder.id(), form.terms(), form.login());
            return toOne(forwarder, Message.of("forwarding.forwarder.changed"));
        } catch (Invalid invalid) {
            return again(form, Optional.of(forwarder), invalid.place().orElse(""), invalid);
        }
    }

    @POST
    @Path("{forwarder}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pause(@PathParam("forwarder") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        forwarders.pause(tenant(), forwarder.id());
        return toOne(forwarder, Message.of("forwarding.forwarder.is-paused"));
    }

    @POST
    @Path("{forwarder}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resume(@PathParam("forwarder") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        forwarders.resume(tenant(), forwarder.id());
        return toOne(forwarder, Message.of("forwarding.forwarder.is-resumed"));
    }

    @POST
    @Path("{forwarder}/removed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("forwarder") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        String title = forwarders.remove(tenant(), id(id));
        return to(
                PLACE,
                Tone.SUCCESS,
                Message.of("forwarding.forwarder.is-removed").with("title", title));
    }

    @POST
    @Path("{forwarder}/replays")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replay(@PathParam("forwarder") String id, @FormParam("from") @DefaultValue("") String from) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        try {
            forwarders.replay(
                    tenant(),
                    forwarder.id(),
                    ForwarderForm.day(from, request.tenant().tenant().timeZone(), "from")
                            .orElseThrow(() -> new Invalid("from", Message.of("forwarding.forwarder.no-day"))));
            return toOne(forwarder, Message.of("forwarding.replay.begun"));
        } catch (Invalid invalid) {
            return to(placeOf(forwarder), Tone.WARNING, invalid.reason());
        }
    }

    /** @param position of one; none for the first ones */
    @POST
    @Path("{forwarder}/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendAgain(
            @PathParam("forwarder") String id, @FormParam("position") @DefaultValue("") String position) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        int again = forwarders.sendAgain(
                tenant(), forwarder.id(), position.isEmpty() ? Optional.empty() : Optional.of(id(position)), ON_A_PAGE);
        return toOne(forwarder, Message.of("forwarding.aside.again").with("statements", again));
    }

    @POST
    @Path("{forwarder}/dropped")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response drop(@PathParam("forwarder") String id, @FormParam("position") @DefaultValue("") String position) {
        request.callerWith(Role.TENANT_ADMIN);
        Forwarder forwarder = must(id).forwarder();
        boolean dropped = !position.isEmpty() && forwarders.drop(tenant(), forwarder.id(), id(position));
        return toOne(forwarder, Message.of(dropped ? "forwarding.aside.dropped" : "forwarding.aside.gone"));
    }

    private Response previewed(ForwarderForm form, Optional<Forwarder> forwarder) {
        Shown shown = forwarders
                .preview(request.tenant(), form.termsOfPreview())
                .map(ForwardersResource::shown)
                .orElseGet(() -> new Shown("", "", Optional.of(Message.of("forwarding.preview.nothing")), ""));
        return Response.ok(making(form, forwarder, Optional.empty(), Optional.of(shown)))
                .build();
    }

    private static Shown shown(Preview preview) {
        return new Shown(
                pretty(preview.stored()),
                preview.sent().map(ForwardersResource::pretty).orElse(""),
                preview.wrong(),
                preview.place());
    }

    private static String pretty(ObjectNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read can be written", impossible);
        }
    }

    private Response again(ForwarderForm form, Optional<Forwarder> forwarder, String place, Refusal refusal) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(making(form, forwarder, Optional.of(new Wrong(place, refusal.reason())), Optional.empty()))
                .build();
    }

    private Page making(
            ForwarderForm form, Optional<Forwarder> forwarder, Optional<Wrong> wrong, Optional<Shown> preview) {
        return Page.of(
                "forwarding/forwarder-form",
                new Making(
                        form,
                        forwarder.map(Forwarder::id),
                        forwarder.map(Forwarder::signsIn).orElse(false),
                        request.tenant().purposes(),
                        credentials.all(request.tenant()),
                        gates.systems(request.tenant()),
                        wrong,
                        preview));
    }

    private Entry must(String id) {
        return forwarders.must(tenant(), id(id));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound(Message.of("forwarding.forwarder.not-found"));
        }
    }

    private TenantId tenant() {
        return request.tenant().tenant().id();
    }

    private static String placeOf(Forwarder forwarder) {
        return PLACE + "/" + forwarder.id();
    }

    private Response toOne(Forwarder forwarder, Message done) {
        return to(placeOf(forwarder), Tone.SUCCESS, done);
    }

    private Response to(String place, Tone tone, Message done) {
        return new Flash(tone, done).shownAt(request.address(), place);
    }
}
