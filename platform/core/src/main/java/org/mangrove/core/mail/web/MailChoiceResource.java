package org.mangrove.core.mail.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.mail.PeopleMail;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** Where somebody of a tenant says what they want to be told by mail, and sees what they were. */
@Path("my-data/mail")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MailChoiceResource {

    static final String PLACE = "/my-data/mail";

    /** @param kinds all that can be chosen */
    public record ChoicePage(PeopleMail.Mine mine, List<NoticeKind> kinds) {}

    @Inject
    CurrentRequest request;

    @Inject
    PeopleMail mail;

    @GET
    public Page show() {
        Caller caller = request.caller();
        return Page.of(
                "mail/choice",
                new ChoicePage(mail.mine(request.tenant(), caller.person()), List.of(NoticeKind.values())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@FormParam("kind") List<String> wanted) {
        Caller caller = request.caller();
        var unwanted = EnumSet.allOf(NoticeKind.class);
        wanted.forEach(word -> unwanted.remove(kind(word)));
        mail.choose(caller.tenant().id(), caller.person(), unwanted);
        return new Flash(Tone.SUCCESS, Message.of("mail.choice.kept")).shownAt(request.address(), PLACE);
    }

    private static NoticeKind kind(String word) {
        return Stream.of(NoticeKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", Message.of("mail.choice.no-such-kind")));
    }
}
