package org.mangrove.core.rollups.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.rollups.Verification;
import org.mangrove.core.rollups.Verifying;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Has an operator's node recount what its tenants' rollups say: of one tenant, or of all that the node serves. */
@Path("operator/api/records/verify")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class VerifyResource {

    @Inject
    Tenants tenants;

    @Inject
    Verifying verifying;

    @Inject
    Configuration configuration;

    /** What the command prints. */
    public record Report(List<Verification> tenants) {}

    @POST
    public String verify(@QueryParam("tenant") @DefaultValue("") String slug) {
        return Definitions.write(
                new Report(asked(slug).stream().map(verifying::verify).toList()));
    }

    private List<TenantProfile> asked(String slug) {
        List<TenantProfile> here = tenants.all().stream()
                .filter(tenant -> configuration.cells().contains(tenant.cell()))
                .toList();
        if (slug.isEmpty()) {
            return here;
        }
        return List.of(here.stream()
                .filter(tenant -> tenant.tenant().slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there"))));
    }
}
