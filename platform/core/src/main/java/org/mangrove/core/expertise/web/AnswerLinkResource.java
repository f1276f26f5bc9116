package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.Asks;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/**
 * Where a mailed link leads. To open it shows what is asked and has no effect, whoever opens it: programs that look after mail do. A
 * button decides, once. Nobody is signed on by it, it shows no other ask, and what is wrong with a link that decides nothing is not
 * said.
 */
@Path("experts/link/{token}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class AnswerLinkResource {

    private static final int LONGEST_TEXT = 2_000;

    /** @param token goes back with the answer */
    public record LinkPage(String token, AskView view, TypedForm answer) {}

    @Inject
    CurrentRequest request;

    @Inject
    HttpServletRequest asked;

    @Inject
    Asks asks;

    @Inject
    AskViews views;

    @Inject
    LinkAttempts attempts;

    @GET
    public Response show(@PathParam("token") String token) {
        Enterprise enterprise = request.enterprise();
        if (isTooOften()) {
            return tooOften();
        }
        return asks.findByLink(enterprise.id(), token)
                .map(ask -> kept(Response.ok(page(enterprise, token, ask, TypedForm.NOTHING))))
                .orElseGet(AnswerLinkResource::over);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("token") String token, MultivaluedMap<String, String> form) {
        Enterprise enterprise = request.enterprise();
        if (isTooOften()) {
            return tooOften();
        }
        TypedForm typed = TypedForm.of(form, LONGEST_TEXT);
        try {
            return asks.answerByLink(enterprise.id(), token, typed.value("verdict"), typed.value("words"))
                    .map(answered -> kept(Response.ok(Page.of("expertise/link-done"))))
                    .orElseGet(AnswerLinkResource::over);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return asks.findByLink(enterprise.id(), token)
                    .map(ask -> kept(Response.status(Response.Status.BAD_REQUEST)
                            .entity(page(enterprise, token, ask, typed.with(refused)))))
                    .orElseGet(AnswerLinkResource::over);
        }
    }

    private boolean isTooOften() {
        return !attempts.isAllowed(asked.getRemoteAddr());
    }

    private Page page(Enterprise enterprise, String token, Ask ask, TypedForm typed) {
        AskView view = views.of(enterprise.id(), Optional.of(ask.expert()), request.locale(), List.of(ask))
                .getFirst();
        return Page.of("expertise/link", new LinkPage(token, view, typed));
    }

    private static Response over() {
        return kept(Response.status(Response.Status.NOT_FOUND)
                .entity(Page.of("expertise/link-over", Message.of("expertise.link.over"))));
    }

    private static Response tooOften() {
        return kept(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .entity(Page.of("expertise/link-over", Message.of("expertise.link.too-often"))));
    }

    /** The address is a permit: nobody keeps the page, and no page that it leads to is told. */
    private static Response kept(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
