package org.mangrove.core.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mangrove.core.identity.AdminInvitations;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.pages.Page;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Where an invitation leads: somebody signs on, sees what they are asked, and says yes. */
@Path("invitation")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class InvitationResource {

    public record Offer(String token) {}

    @Inject
    CurrentRequest request;

    @Inject
    AdminInvitations invitations;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        Caller caller = request.caller();
        OpaqueToken invitation = mustBeOpen(caller.tenant().id(), token);
        return Response.ok(Page.of("account/invitation", new Offer(invitation.text())))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@FormParam("token") @DefaultValue("") String token) {
        Caller caller = request.caller();
        TenantId tenant = caller.tenant().id();
        invitations.accept(tenant, mustBeOpen(tenant, token), caller);
        return Response.seeOther(URI.create(request.address().absolute("/"))).build();
    }

    private OpaqueToken mustBeOpen(TenantId tenant, String token) {
        return OpaqueToken.read(token)
                .filter(invitation -> invitations.isOpen(tenant, invitation))
                .orElseThrow(() -> new NotFound(Message.of("identity.invitation.not-open")));
    }
}
