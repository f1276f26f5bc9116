package org.mangrove.core.adaptation.web;

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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.SharedText;
import org.mangrove.core.adaptation.Sharing;
import org.mangrove.core.adaptation.Sharings;
import org.mangrove.core.adaptation.Suggestions;
import org.mangrove.core.adaptation.Suggestions.Suggestion;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where a market lets others read what it says itself, and takes over what others let it read. */
@Path("adaptations/{course}/sharing")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class SharingResource {

    /** @param market as headquarters calls it */
    public record SharingPage(Sharings.Preview preview, String market, TypedForm typed) {

        public String home() {
            return AdaptationsResource.PLACE + "/" + preview.course();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Sharings sharings;

    @Inject
    Suggestions suggestions;

    @Inject
    Adaptations adaptations;

    @Inject
    Words words;

    @Inject
    Clock clock;

    /** @param subject of one change; all that the market says if it is empty */
    @GET
    public Page preview(@PathParam("course") String course, @QueryParam("subject") @DefaultValue("") String subject) {
        return page(request.callerWith(Role.AUTHOR), course, subject, TypedForm.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response share(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        TypedForm typed = TypedForm.of(form, Terms.LONGEST);
        try {
            sharings.share(request.tenant(), caller.person(), course, wish(typed));
            return to(course, Message.of("adaptation.sharing.done"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return Response.status(
                            refused instanceof Refusal.Conflict
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(page(caller, course, typed.value("subject"), typed.with(refused)))
                    .build();
        }
    }

    @POST
    @Path("{sharing}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("course") String course, @PathParam("sharing") String sharing) {
        Caller caller = request.callerWith(Role.AUTHOR);
        sharings.end(request.tenant(), caller.person(), course, uuid(sharing));
        return to(course, Message.of("adaptation.sharing.ended"));
    }

    /** Says something as another market says it. */
    @POST
    @Path("taking-over")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeOver(@PathParam("course") String course, MultivaluedMap<String, String> form) {
        Caller caller = request.callerWith(Role.AUTHOR);
        var typed = new WrittenAdaptation(TypedForm.of(form, Terms.LONGEST));
        List<Suggestion> all = suggestions.of(request.tenant(), course);
        Suggestion chosen = all.stream()
                .filter(each -> each.id().equals(uuid(typed.value("sharing")))
                        && each.text().block().equals(typed.value("block"))
                        && each.text().field().equals(typed.value("field")))
                .findFirst()
                .orElseThrow(SharingResource::gone);
        var by = new Adaptations.Writing(request.tenant(), caller.person(), course, typed.seen());
        Adaptations.Done done;
        if (chosen.text().kind() == SharedText.Kind.SAID) {
            done = adaptations.takeOver(by, chosen, credit(chosen));
        } else if (SuggestedBlock.canBeAdded(all, chosen)) {
            done = adaptations.takeOverBlock(by, SuggestedBlock.of(all, chosen), credit(chosen));
        } else {
            throw gone();
        }
        return to(
                course,
                done == Adaptations.Done.ASKED
                        ? Message.of("adaptation.agreement.asked")
                        : Message.of("adaptation.suggestion.taken-over").with("market", market(chosen)));
    }

    /** The thanks stay with the text, as its reason. */
    private String credit(Suggestion chosen) {
        String whole = words.say(
                request.tenant(),
                request.locale(),
                Message.of("adaptation.suggestion.credit")
                        .with("market", market(chosen))
                        .with("reason", chosen.text().reason()));
        return whole.length() > Terms.LONGEST ? whole.substring(0, Terms.LONGEST) : whole;
    }

    private String market(Suggestion chosen) {
        return chosen.market(request.locale());
    }

    private Sharing.Audience audience(TypedForm typed) {
        return Stream.of(Sharing.Audience.values())
                .filter(audience -> word(audience).equals(typed.value("audience")))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("audience", Message.of("adaptation.sharing.say-who")));
    }

    static String word(Sharing.Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }

    private Sharings.Wish wish(TypedForm typed) {
        ZoneId zone = request.tenant().tenant().timeZone();
        Terms terms = new WrittenAdaptation(typed).terms(LocalDate.ofInstant(clock.instant(), zone), zone);
        return new Sharings.Wish(
                typed.value("subject"),
                audience(typed),
                terms.reason(),
                terms.expiresAt()
                        .orElseThrow(() -> new Refusal.Invalid("until", Message.of("adaptation.sharing.say-until"))));
    }

    private Page page(Caller caller, String course, String subject, TypedForm typed) {
        return Page.of(
                "adaptation/sharing",
                new SharingPage(
                        sharings.preview(request.tenant(), caller.person(), course, subject),
                        request.tenant()
                                .names()
                                .getOrDefault(
                                        request.locale(),
                                        request.tenant().tenant().slug()),
                        typed));
    }

    private static Refusal gone() {
        return new Refusal.NotFound(Message.of("adaptation.suggestion.gone"));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.NotFound(Message.of("adaptation.sharing.not-found"));
        }
    }

    private Response to(String course, Message done) {
        return new Flash(Tone.SUCCESS, done).shownAt(request.address(), AdaptationsResource.PLACE + "/" + course);
    }
}
