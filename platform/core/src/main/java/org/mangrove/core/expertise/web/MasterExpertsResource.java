package org.mangrove.core.expertise.web;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.Asks;
import org.mangrove.core.expertise.Domain;
import org.mangrove.core.expertise.Experts;
import org.mangrove.core.expertise.Lane;
import org.mangrove.core.expertise.WantedAsk;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** A master and its experts: who has confirmed what, what was asked, and where authors ask. */
@Path("masters/{course}/experts")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MasterExpertsResource {

    private static final int LONGEST_TEXT = 4_000;

    /** Somebody who can be asked. */
    public record Choice(UUID actor, String name, String domains, int left) {}

    /**
     * @param credit what experts stand by, the newest first
     * @param languages of the master's texts
     */
    public record MasterExpertsPage(
            Masters.Master master,
            List<AskView> credit,
            List<AskView> asks,
            List<Choice> experts,
            List<String> domains,
            List<RuleBook.MadeClaim> claims,
            List<TextChoices> texts,
            List<Locale> languages,
            Instant now,
            boolean isMailSetUp,
            TypedForm claimsForm,
            TypedForm wordingForm) {

        public String home() {
            return "/masters/" + master.current().version().key();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Masters masters;

    @Inject
    RuleBook rules;

    @Inject
    Asks asks;

    @Inject
    Experts experts;

    @Inject
    AskViews views;

    @Inject
    CoreMail mail;

    @Inject
    Clock clock;

    @GET
    public Page show(@PathParam("course") String course) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        return page(caller, course, TypedForm.NOTHING, TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
        masters.must(caller.enterprise().id(), course, chain());
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        boolean isWording = typed.value("kind").equals("wording");
        try {
            Asks.Placed placed = asks.ask(
                    caller.enterprise(),
                    caller.actor(),
                    new WantedAsk(
                            course,
                            expert(typed.value("expert")),
                            typed.value("domain"),
                            typed.value("lane").equals("legal") ? Lane.LEGAL : Lane.SUBJECT,
                            typed.value("days"),
                            isWording ? wording(typed) : claims(form, typed)));
            return new Flash(Tone.SUCCESS, told(placed)).shownAt(request.address(), "/masters/" + course + "/experts");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            TypedForm wrong = typed.with(refused);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(
                            caller,
                            course,
                            isWording ? TypedForm.NOTHING : wrong,
                            isWording ? wrong : TypedForm.NOTHING))
                    .build();
        }
    }

    private static Message told(Asks.Placed placed) {
        String key = placed.posted() == Posted.WAITING ? "expertise.ask.placed" : "expertise.ask.placed-without-mail";
        return Message.of(key).with("minutes", placed.ask().minutes());
    }

    private static WantedAsk.Wanted wording(TypedForm typed) {
        return new WantedAsk.Wanted.Wording(typed.value("target"), typed.value("language"), typed.value("second"));
    }

    private static WantedAsk.Wanted claims(MultivaluedMap<String, String> form, TypedForm typed) {
        List<UUID> renewed = form.getOrDefault("renewed", List.of()).stream()
                .map(MasterExpertsResource::claim)
                .distinct()
                .toList();
        boolean isNew = !typed.value("legalReference").isEmpty();
        return new WantedAsk.Wanted.Claims(
                renewed,
                isNew ? typed.value("target") : "",
                typed.value("jurisdiction"),
                typed.value("legalReference"),
                typed.value("lastDay"));
    }

    private static UUID claim(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.Invalid("renewed", Message.of("expertise.ask.no-claim"));
        }
    }

    private static UUID expert(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.Invalid("expert", Message.of("expertise.ask.no-expert"));
        }
    }

    private Page page(CoreCaller caller, String course, TypedForm claimsForm, TypedForm wordingForm) {
        EnterpriseId enterprise = caller.enterprise().id();
        Masters.Master master = masters.must(enterprise, course, chain());
        List<AskView> about =
                views.of(enterprise, Optional.of(caller.actor()), request.locale(), asks.about(enterprise, course));
        List<Choice> choices = choices(enterprise, caller.actor());
        return Page.of(
                "expertise/master",
                new MasterExpertsPage(
                        master,
                        about.stream().filter(MasterExpertsResource::isCredit).toList(),
                        about,
                        choices,
                        experts.all(enterprise).stream()
                                .flatMap(standing -> standing.expert().domains().stream())
                                .map(Domain::text)
                                .distinct()
                                .sorted()
                                .toList(),
                        rules.of(enterprise, AssetVersion.TYPE, course).claims(),
                        master.current().version().blocks().stream()
                                .map(block -> TextChoices.of(block, chain()))
                                .toList(),
                        master.current().version().facts().languages(),
                        clock.instant(),
                        mail.isSetUp(),
                        claimsForm,
                        wordingForm));
    }

    private static boolean isCredit(AskView view) {
        return view.ask()
                .answer()
                .map(Ask.Answer::verdict)
                .filter(said -> said.isCredit())
                .isPresent();
    }

    private List<Choice> choices(EnterpriseId enterprise, UUID own) {
        List<Experts.Standing> all = experts.all(enterprise).stream()
                .filter(standing -> !standing.expert().actor().equals(own))
                .toList();
        Map<UUID, String> bylines = experts.bylines(
                enterprise,
                all.stream().map(standing -> standing.expert().actor()).toList());
        return all.stream()
                .map(standing -> new Choice(
                        standing.expert().actor(),
                        bylines.getOrDefault(
                                standing.expert().actor(),
                                AskView.shortly(standing.expert().actor())),
                        standing.expert().domains().stream().map(Domain::text).collect(Collectors.joining(", ")),
                        standing.left()))
                .toList();
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}
