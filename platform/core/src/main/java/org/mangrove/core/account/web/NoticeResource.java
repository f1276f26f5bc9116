package org.mangrove.core.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mangrove.core.pages.Page;

/** What people read who could not be signed on. */
@Path("sign-on")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class NoticeResource {

    /**
     * A few calm words and what to do next.
     *
     * @param words which of them: their keys begin with {@code account.<words>}
     * @param mayTakeAnotherAccount whether it helps to sign out at the sign-on first
     */
    public record Notice(String words, String icon, boolean mayTakeAnotherAccount) {

        public String title() {
            return "account." + words + ".title";
        }

        public String text() {
            return "account." + words + ".text";
        }

        public String action() {
            return "account." + words + ".action";
        }
    }

    @GET
    @Path("no-access")
    public Response noAccess() {
        return answer(Response.Status.FORBIDDEN, new Notice("no-access", "lock", true));
    }

    @GET
    @Path("failed")
    public Response failed() {
        return answer(Response.Status.BAD_REQUEST, new Notice("failed", "refresh", false));
    }

    @GET
    @Path("unreachable")
    public Response unreachable() {
        return answer(Response.Status.SERVICE_UNAVAILABLE, new Notice("unreachable", "cloud-off", false));
    }

    static Response answer(Response.Status status, Notice notice) {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(Page.of("account/notice", notice))
                .build();
    }
}
