package org.mangrove.core.regulation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.PackChecks;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.Message;

/** Has an operator's node verify a proof, if it serves the market that it is of. */
@Path("operator/api/proof-packs/verify")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorProofsResource {

    private static final int MOST_MEGABYTES = 128;

    @Inject
    PackChecks checks;

    @POST
    @Consumes("application/zip")
    @LargestBody(megabytes = MOST_MEGABYTES)
    public String verify(InputStream pack) {
        return Definitions.write(checks.check(pack)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("identity.address.nobody-there"))));
    }
}
