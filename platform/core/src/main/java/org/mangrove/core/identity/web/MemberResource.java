package org.mangrove.core.identity.web;

import static org.mangrove.core.identity.web.AdmissionBodies.mustSubject;
import static org.mangrove.core.identity.web.AdmissionBodies.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Set;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** How an operator admits somebody to a tenant who begins with roles. */
@Path("operator/api/tenants/{tenant}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class MemberResource {

    @Inject
    Tenants tenants;

    @Inject
    Memberships memberships;

    @POST
    public String admit(@PathParam("tenant") String slug, String json) {
        var tenant =
                tenants.findBySlug(slug).orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        var body = AdmissionBodies.read(json, AdmissionBodies.Member.class);
        var account = new Account(
                tenant.identity().realm(),
                mustSubject(body.subject()),
                new PersonName(text(body.given()), text(body.family())),
                text(body.email()));
        var person =
                memberships.admit(tenant.tenant().id(), account, Objects.requireNonNullElse(body.roles(), Set.of()));
        return Definitions.write(new AdmissionBodies.Admitted(person.toString()));
    }
}
