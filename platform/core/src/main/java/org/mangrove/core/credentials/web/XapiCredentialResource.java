package org.mangrove.core.credentials.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.mangrove.core.credentials.CredentialKey;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** How an operator lets another system of a tenant in, as {@link OrderedTerms} say. The secret is shown this once. */
@Path("operator/api/tenants/{tenant}/xapi-credentials")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class XapiCredentialResource {

    @Inject
    Tenants tenants;

    @Inject
    Credentials credentials;

    @Inject
    Addresses addresses;

    @POST
    public Response create(@PathParam("tenant") String slug, String order) {
        TenantProfile tenant = mustHave(slug);
        var fresh = credentials.create(tenant, Optional.empty(), OrderedTerms.read(order));
        var told = JsonNodeFactory.instance.objectNode();
        told.put("endpoint", addresses.home(tenant) + "/xapi/");
        told.put("key", fresh.key().text());
        told.put("secret", fresh.secret().text());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(told.toString())
                .build();
    }

    @DELETE
    @Path("{key}")
    public Response revoke(@PathParam("tenant") String slug, @PathParam("key") String key) {
        TenantProfile tenant = mustHave(slug);
        CredentialKey named = CredentialKey.read(key)
                .filter(there -> there.tenant().equals(tenant.tenant().slug()))
                .orElseThrow(() -> new NotFound(Message.of("credentials.credential.not-found")));
        credentials.revoke(tenant, Optional.empty(), named.id());
        return Response.noContent().build();
    }

    private TenantProfile mustHave(String slug) {
        return tenants.findBySlug(slug).orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
    }
}
