package org.mangrove.core.identity.web;

import static org.mangrove.core.identity.web.AdmissionBodies.mustSubject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** How an operator admits governors and authors to the global core of an enterprise. */
@Path("operator/api/enterprises/{enterprise}/core-members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class CoreMemberResource {

    @Inject
    Tenants tenants;

    @Inject
    CoreMemberships memberships;

    @POST
    public String admit(@PathParam("enterprise") String slug, String json) {
        var enterprise = tenants.findEnterpriseBySlug(slug)
                .orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        var body = AdmissionBodies.read(json, AdmissionBodies.CoreMember.class);
        var actor = memberships.admit(
                enterprise.id(),
                enterprise.homeRealm(),
                mustSubject(body.subject()),
                Optional.ofNullable(body.byline()),
                Objects.requireNonNullElse(body.roles(), Set.of()));
        return Definitions.write(new AdmissionBodies.Admitted(actor.toString()));
    }
}
