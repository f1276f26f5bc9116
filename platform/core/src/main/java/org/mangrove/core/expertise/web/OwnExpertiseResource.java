package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.expertise.Domain;
import org.mangrove.core.expertise.Expert;
import org.mangrove.core.expertise.Experts;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.mail.Letter;
import org.mangrove.core.mail.LetterState;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What somebody says of themselves as an expert, and what they are thanked for. */
@Path("experts/me")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class OwnExpertiseResource {

    private static final int LONGEST_TEXT = 1_000;
    private static final String HOME = "/experts/me";

    /** Somebody to whom asks may be handed over. @param name their public one, or the beginning of their pseudonym */
    public record Other(UUID actor, String name) {}

    /**
     * @param left of this month
     * @param credit what the reader has answered
     * @param shown by a link that came by mail, to confirm an address; empty if there is none
     */
    public record OwnPage(
            Optional<Expert> expert,
            int left,
            Optional<Other> delegate,
            List<Other> others,
            List<AskView> credit,
            boolean isMailSetUp,
            Optional<CoreMail.Mailbox> mailbox,
            boolean isMailLost,
            String shown,
            TypedForm typed) {

        public int minutesGiven() {
            return credit.stream().mapToInt(view -> view.ask().minutes()).sum();
        }

        public String domains() {
            return expert.map(
                            known -> known.domains().stream().map(Domain::text).collect(Collectors.joining("\n")))
                    .orElse("");
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Experts experts;

    @Inject
    CoreMail mail;

    @Inject
    AskViews views;

    @Inject
    Addresses addresses;

    @Inject
    Clock clock;

    @GET
    public Page show(@QueryParam("confirm") @DefaultValue("") String shown) {
        return page(request.coreCaller(), shown, TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response become(MultivaluedMap<String, String> form) {
        return done(
                form,
                "expertise.me.saved",
                (caller, typed) -> experts.become(
                        caller.enterprise().id(),
                        caller.actor(),
                        typed.value("domains"),
                        typed.value("minutes"),
                        typed.value("zone")));
    }

    @POST
    @Path("delegation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delegate(MultivaluedMap<String, String> form) {
        return done(
                form,
                "expertise.delegation.saved",
                (caller, typed) -> experts.delegate(
                        caller.enterprise().id(),
                        caller.actor(),
                        uuid(typed.value("delegate")),
                        typed.value("lastDay")));
    }

    @POST
    @Path("address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(MultivaluedMap<String, String> form) {
        return done(
                form,
                "expertise.address.said",
                (caller, typed) -> mail.say(
                        caller.enterprise(),
                        caller.actor(),
                        typed.value("address"),
                        proof -> confirmation(caller, proof)));
    }

    @POST
    @Path("address/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> form) {
        return done(
                form,
                "expertise.address.confirmed",
                (caller, typed) -> mail.confirm(caller.enterprise().id(), caller.actor(), typed.value("confirm")));
    }

    @POST
    @Path("forgetting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forget(MultivaluedMap<String, String> form) {
        return done(
                form,
                "expertise.me.forgotten",
                (caller, typed) -> experts.forget(caller.enterprise().id(), caller.actor()));
    }

    private interface Deed {
        void by(CoreCaller caller, TypedForm typed);
    }

    private Response done(MultivaluedMap<String, String> form, String said, Deed deed) {
        CoreCaller caller = request.coreCaller();
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            deed.by(caller, typed);
            return new Flash(Tone.SUCCESS, Message.of(said)).shownAt(request.address(), HOME);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(caller, "", typed.with(refused)))
                    .build();
        }
    }

    private Letter confirmation(CoreCaller caller, String proof) {
        return new Letter(
                Message.of("expertise.mail.confirm-subject"),
                List.of(Message.of("expertise.mail.confirm")),
                Optional.of(new Letter.Link(
                        Message.of("expertise.mail.confirm-link"),
                        URI.create(addresses.home(caller.enterprise()) + HOME + "?confirm=" + proof))),
                List.of(Message.of("expertise.mail.confirm-why")));
    }

    private Page page(CoreCaller caller, String shown, TypedForm typed) {
        EnterpriseId enterprise = caller.enterprise().id();
        Optional<Expert> expert = experts.find(enterprise, caller.actor());
        List<Other> others = others(enterprise, caller.actor());
        Optional<UUID> delegate = expert.flatMap(own -> own.delegate(clock.instant()));
        return Page.of(
                "expertise/me",
                new OwnPage(
                        expert,
                        expert.map(own -> experts.left(enterprise, own)).orElse(0),
                        others.stream()
                                .filter(other ->
                                        delegate.filter(other.actor()::equals).isPresent())
                                .findFirst(),
                        others,
                        views.of(
                                enterprise,
                                Optional.of(caller.actor()),
                                request.locale(),
                                experts.answered(enterprise, caller.actor())),
                        mail.isSetUp(),
                        mail.findMailbox(enterprise, caller.actor()),
                        mail.findNewest(enterprise, caller.actor())
                                .filter(state -> state == LetterState.GIVEN_UP)
                                .isPresent(),
                        shown.matches("[0-9a-f]{64}") ? shown : "",
                        typed));
    }

    private List<Other> others(EnterpriseId enterprise, UUID own) {
        List<UUID> actors = experts.all(enterprise).stream()
                .map(standing -> standing.expert().actor())
                .filter(actor -> !actor.equals(own))
                .toList();
        Map<UUID, String> bylines = experts.bylines(enterprise, actors);
        return actors.stream()
                .map(actor -> new Other(actor, bylines.getOrDefault(actor, AskView.shortly(actor))))
                .toList();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.Invalid("delegate", Message.of("expertise.delegation.nobody"));
        }
    }
}
