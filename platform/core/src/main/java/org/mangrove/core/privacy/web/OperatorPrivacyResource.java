package org.mangrove.core.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.privacy.Replays;
import org.mangrove.core.privacy.Verifications;
import org.mangrove.core.privacy.Verifications.Verified;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Has an operator's node search for somebody who was erased, and erase again after a restore. */
@Path("operator/api/privacy")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorPrivacyResource {

    @Inject
    Verifications verifications;

    @Inject
    Replays replays;

    @Inject
    Tenants tenants;

    @Inject
    Configuration configuration;

    /** @param cell its name; @param again how many erasures are to be done again */
    public record Replayed(String cell, int again) {}

    /** What the command prints. */
    public record Report(List<Replayed> cells) {}

    /** @param identifiers one a line: an address, or a home page, a blank and an account's name there */
    @POST
    @Path("verifications")
    @Consumes(MediaType.TEXT_PLAIN)
    public String verify(@QueryParam("tenant") @DefaultValue("") String slug, String identifiers) {
        TenantProfile tenant = tenants.findBySlug(slug)
                .filter(one -> configuration.cells().contains(one.cell()))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("identity.address.nobody-there")));
        Verified verified = verifications.verify(tenant, identifiers);
        return Definitions.write(verified);
    }

    /** @param lines of a register that was kept elsewhere; may be none */
    @POST
    @Path("replays")
    @Consumes(MediaType.TEXT_PLAIN)
    public String replay(@QueryParam("cell") @DefaultValue("") String cell, String lines) {
        List<String> cells = cell.isEmpty() ? configuration.cells() : List.of(cell);
        if (!configuration.cells().containsAll(cells) || (cell.isEmpty() && !lines.isBlank())) {
            throw new Refusal.NotFound(Message.of("privacy.register.no-such-cell"));
        }
        return Definitions.write(new Report(cells.stream()
                .map(one -> new Replayed(one, replays.replay(one, lines.lines().toList())))
                .toList()));
    }
}
