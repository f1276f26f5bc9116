package org.mangrove.core.redelivery.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.events.DeadLetter;
import org.mangrove.core.events.DeadLetters;
import org.mangrove.core.events.DeadLetters.Outcome;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What readers could not take of what happened in a tenant: its admins have it sent again, or set it aside for good. */
@Path("admin/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DeadLettersResource {

    static final String PLACE = "/admin/dead-letters";

    private static final int ON_A_PAGE = 100;

    /** @param all how many there are, of which these are the latest */
    public record LetterList(List<DeadLetter> letters, long all) {

        /** What an admin is told of why it failed. */
        public static String causeOf(DeadLetter letter) {
            return "redelivery.cause." + letter.cause().name().toLowerCase(Locale.ROOT);
        }

        /** What a form calls it. */
        public static String nameOf(DeadLetter letter) {
            return letter.reader() + " " + letter.event();
        }

        /** For ids within a page. */
        public static String anchorOf(DeadLetter letter) {
            return letter.reader().replaceAll("[^A-Za-z0-9]", "-") + "-" + letter.event();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    DeadLetters letters;

    @GET
    public Page list() {
        request.callerWith(Role.TENANT_ADMIN);
        return Page.of(
                "redelivery/dead-letters", new LetterList(letters.open(tenant(), ON_A_PAGE), letters.count(tenant())));
    }

    /** @param name of one; none for all that the page shows */
    @POST
    @Path("again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendAgain(@FormParam("letter") @DefaultValue("") String name) {
        request.callerWith(Role.TENANT_ADMIN);
        List<Outcome> outcomes = named(name).stream()
                .map(letter -> letters.sendAgain(tenant(), letter.reader(), letter.event()))
                .toList();
        long taken = outcomes.stream().filter(Outcome.TAKEN::equals).count();
        long failed = outcomes.stream().filter(Outcome.FAILED_AGAIN::equals).count();
        if (failed > 0) {
            return toList(
                    Tone.WARNING,
                    Message.of("redelivery.dead-letters.some-failed")
                            .with("failed", failed)
                            .with("taken", taken));
        }
        return taken > 0
                ? toList(
                        Tone.SUCCESS,
                        Message.of("redelivery.dead-letters.taken").with("taken", taken))
                : toList(Tone.INFO, Message.of("redelivery.dead-letters.gone"));
    }

    @POST
    @Path("dropped")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response drop(@FormParam("letter") @DefaultValue("") String name) {
        request.callerWith(Role.TENANT_ADMIN);
        boolean dropped = !name.isEmpty()
                && named(name).stream().anyMatch(letter -> letters.drop(tenant(), letter.reader(), letter.event()));
        return dropped
                ? toList(Tone.SUCCESS, Message.of("redelivery.dead-letters.dropped"))
                : toList(Tone.INFO, Message.of("redelivery.dead-letters.gone"));
    }

    private List<DeadLetter> named(String name) {
        return letters.open(tenant(), name.isEmpty() ? ON_A_PAGE : Integer.MAX_VALUE).stream()
                .filter(letter -> name.isEmpty() || LetterList.nameOf(letter).equals(name))
                .toList();
    }

    private TenantId tenant() {
        return request.tenant().tenant().id();
    }

    private Response toList(Tone tone, Message done) {
        return new Flash(tone, done).shownAt(request.address(), PLACE);
    }
}
