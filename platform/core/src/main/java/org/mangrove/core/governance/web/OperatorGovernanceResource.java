package org.mangrove.core.governance.web;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.Decisions.Seen;
import org.mangrove.core.governance.Verification;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Message;

/** Has an operator's node verify what was decided, of its core and of its cells; forgets somebody who worked in a core. */
@Path("operator/api/governance")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OperatorGovernanceResource {

    private static final TypeReference<Map<String, Seen>> HEADS = new TypeReference<>() {};

    @Inject
    Tenants tenants;

    @Inject
    TenantRegister register;

    @Inject
    Decisions decisions;

    @Inject
    Configuration configuration;

    /** What the command prints. */
    public record Report(List<Verification> chains) {}

    /** @param decisions how many there are of which nobody knows any more that they were theirs */
    public record Forgotten(int decisions) {}

    /**
     * @param name {@code tenant/acme-de}, {@code enterprise/acme}; empty for all
     * @param body what was seen of each chain before, as JSON; nothing at all if nothing was
     */
    @POST
    @Path("verify")
    public String verify(@QueryParam("owner") @DefaultValue("") String name, String body) {
        Map<String, Seen> seen = seen(body);
        List<Verification> found = Stream.concat(
                        enterprises()
                                .map(enterprise -> new Verified(
                                        "enterprise/" + enterprise.slug(),
                                        before -> decisions.verify(enterprise, before))),
                        tenants.all().stream()
                                .filter(tenant -> configuration.cells().contains(tenant.cell()))
                                .map(tenant -> new Verified(
                                        "tenant/" + tenant.tenant().slug(),
                                        before -> decisions.verify(tenant, before))))
                .filter(chain -> name.isEmpty() || chain.owner().equals(name))
                .map(chain -> chain.how().of(Optional.ofNullable(seen.get(chain.owner()))))
                .toList();
        if (found.isEmpty() && !name.isEmpty()) {
            throw new NotFound(Message.of("identity.address.nobody-there"));
        }
        return Definitions.write(new Report(found));
    }

    /** Somebody who works in a core no more. */
    @POST
    @Path("{enterprise}/forgotten/{actor}")
    public String forget(@PathParam("enterprise") String slug, @PathParam("actor") String actor) {
        Enterprise enterprise = enterprises()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        return Definitions.write(new Forgotten(decisions.forget(enterprise, uuid(actor))));
    }

    private record Verified(String owner, How how) {}

    private interface How {
        Verification of(Optional<Seen> seen);
    }

    private Stream<Enterprise> enterprises() {
        return configuration.servesCore() ? register.enterprises().stream() : Stream.of();
    }

    private static Map<String, Seen> seen(String body) {
        try {
            return body.isBlank() ? Map.of() : Definitions.read(body, HEADS);
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid("body", Message.of("governance.verify.unreadable"));
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound(Message.of("identity.address.nobody-there"));
        }
    }
}
