package org.mangrove.core.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mangrove.core.identity.AdminInvitations;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** How an operator lets the first admin into a tenant, without becoming one. */
@Path("operator/api/tenants/{tenant}/admin-invitations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AdminInvitationResource {

    @Inject
    Tenants tenants;

    @Inject
    AdminInvitations invitations;

    @Inject
    Addresses addresses;

    @POST
    public Response invite(@PathParam("tenant") String slug) {
        var tenant =
                tenants.findBySlug(slug).orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        var invitation = invitations.make(tenant.tenant().id());
        String link = "%s/invitation?token=%s"
                .formatted(addresses.home(tenant), invitation.token().text());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(Definitions.write(
                        new AdmissionBodies.Invitation(link, invitation.until().toString())))
                .build();
    }
}
