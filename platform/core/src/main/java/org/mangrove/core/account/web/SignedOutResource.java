package org.mangrove.core.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where people land who have signed out. */
@Path("signed-out")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class SignedOutResource {

    @GET
    public Response show() {
        return NoticeResource.answer(Response.Status.OK, new NoticeResource.Notice("signed-out", "logout", false));
    }
}
