package org.mangrove.core.credentials.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.SystemGate;
import org.mangrove.core.credentials.SystemGates;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Where a tenant's admin lets other systems use its records, sees who does, and shows them out. */
@Path("admin/xapi-credentials")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class CredentialsResource {

    static final String PLACE = "/admin/xapi-credentials";

    /** @param names of those who made or revoked one */
    public record CredentialList(List<Entry> entries, Map<UUID, PersonName> names) {}

    /** @param heldBack why it lets nobody in though it is open @param warning what has to be done so that it stays open */
    public record Entry(
            Credential credential, Credential.State state, Optional<Message> heldBack, Optional<Message> warning) {}

    /** @param wrong what cannot stay as it is, if that was found */
    public record Making(
            CredentialForm form,
            List<NamedPurpose> purposes,
            List<Scope> scopes,
            List<SystemGate.KnownSystem> systems,
            String tenant,
            Optional<Wrong> wrong) {

        public Optional<Message> wrongWith(String place) {
            return wrong.filter(there -> there.place().equals(place)).map(Wrong::reason);
        }
    }

    public record Wrong(String place, Message reason) {}

    /** What is shown this once. */
    public record Made(String title, String endpoint, String key, String secret) {}

    /** @param systems to which it can be assigned */
    public record Detail(
            Entry entry,
            NamedPurpose purpose,
            String endpoint,
            Map<UUID, PersonName> names,
            List<SystemGate.KnownSystem> systems) {}

    @Inject
    CurrentRequest request;

    @Inject
    Credentials credentials;

    @Inject
    SystemGates gates;

    @Inject
    Addresses addresses;

    @Inject
    People people;

    @Inject
    Clock clock;

    @GET
    public Page list() {
        request.callerWith(Role.TENANT_ADMIN);
        List<Credential> all = credentials.all(request.tenant());
        return Page.of(
                "credentials/credentials",
                new CredentialList(all.stream().map(this::entry).toList(), names(all)));
    }

    @GET
    @Path("new")
    public Page ask() {
        request.callerWith(Role.TENANT_ADMIN);
        return making(CredentialForm.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@BeanParam CredentialForm form) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        var by = Optional.of(caller.person());
        TenantProfile tenant = request.tenant();
        try {
            Terms terms = form.terms(tenant.tenant().timeZone());
            if (form.client().isEmpty()) {
                return shownOnce(terms.title(), credentials.create(tenant, by, terms));
            }
            credentials.register(tenant, by, form.client(), terms);
            return toList(Message.of("credentials.systems.let-in").with("title", terms.title()));
        } catch (Invalid invalid) {
            return again(form, invalid.place().orElse(""), invalid);
        } catch (Conflict there) {
            return again(form, "client", there);
        }
    }

    @GET
    @Path("{credential}")
    public Page show(@PathParam("credential") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        Credential credential = must(id);
        return Page.of(
                "credentials/credential",
                new Detail(
                        entry(credential),
                        NamedPurpose.of(credential.terms().purpose()),
                        endpoint(),
                        names(List.of(credential)),
                        gates.systems(request.tenant())));
    }

    @POST
    @Path("{credential}/component")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("credential") String id, @FormParam("component") @DefaultValue("") String key) {
        request.callerWith(Role.TENANT_ADMIN);
        Credential credential = must(id);
        String place = PLACE + "/" + credential.id();
        try {
            credentials.assign(request.tenant(), credential.id(), key.strip());
            return new Flash(Tone.SUCCESS, Message.of("credentials.systems.assigned"))
                    .shownAt(request.address(), place);
        } catch (Invalid invalid) {
            return new Flash(Tone.DANGER, invalid.reason()).shownAt(request.address(), place);
        }
    }

    @POST
    @Path("{credential}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("credential") String id) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        Credential credential = must(id);
        credentials.revoke(request.tenant(), Optional.of(caller.person()), credential.id());
        return toList(Message.of("credentials.systems.shown-out")
                .with("title", credential.terms().title()));
    }

    private Response shownOnce(String title, Credentials.Fresh fresh) {
        var made =
                new Made(title, endpoint(), fresh.key().text(), fresh.secret().text());
        return Response.ok(Page.of("credentials/credential-made", made))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response again(CredentialForm form, String place, Refusal refusal) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(making(form, Optional.of(new Wrong(place, refusal.reason()))))
                .build();
    }

    private Page making(CredentialForm form, Optional<Wrong> wrong) {
        return Page.of(
                "credentials/credential-new",
                new Making(
                        form,
                        NamedPurpose.all(request.tenant()),
                        List.of(Scope.values()),
                        gates.systems(request.tenant()),
                        request.tenant().tenant().slug(),
                        wrong));
    }

    private Response toList(Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), PLACE);
    }

    private Credential must(String id) {
        return credentials.all(request.tenant()).stream()
                .filter(credential -> credential.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(Message.of("credentials.credential.not-found")));
    }

    private Entry entry(Credential credential) {
        Credential.State state = credential.at(clock.instant());
        boolean isOpen = state == Credential.State.OPEN;
        return new Entry(
                credential,
                state,
                isOpen ? credentials.objectionTo(request.tenant(), credential) : Optional.empty(),
                isOpen ? credentials.warningAbout(request.tenant(), credential) : Optional.empty());
    }

    private Map<UUID, PersonName> names(List<Credential> shown) {
        return people.names(
                request.tenant().tenant().id(),
                shown.stream()
                        .flatMap(credential -> Stream.of(credential.madeBy(), credential.revokedBy()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private String endpoint() {
        return addresses.home(request.tenant()) + "/xapi/";
    }
}
