package org.mangrove.core.pages.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.pages.Look;

/** Takes down how somebody wants to see the pages. It is kept in the browser, so that nobody need sign in for it. */
@Path("look")
@RequestScoped
public class LookResource {

    @Inject
    CurrentRequest request;

    @Inject
    Languages languages;

    @POST
    public Response choose(
            @FormParam("look") @DefaultValue("") String look, @FormParam("back") @DefaultValue("/") String back) {
        String page = languages.isLocalPage(back) ? back : "/";
        return Response.seeOther(URI.create(request.address().absolute(page)))
                .cookie(LookCookie.keep(Look.of(look), request.address()))
                .build();
    }
}
