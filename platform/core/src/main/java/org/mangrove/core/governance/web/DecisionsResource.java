package org.mangrove.core.governance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.governance.AssetPlaces;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.Entry;
import org.mangrove.core.governance.LogPart;
import org.mangrove.core.governance.LoggedDecision;
import org.mangrove.core.governance.web.DecisionsPage.Who;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Page;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** What a market has decided, and by whom. */
@Path("decisions")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DecisionsResource {

    static final String PLACE = "/decisions";

    @Inject
    CurrentRequest request;

    @Inject
    Decisions decisions;

    @Inject
    People people;

    @Inject
    Instance<AssetPlaces> places;

    @GET
    public Page list(@BeanParam DecisionsQuery query) {
        Caller caller = reader();
        TenantProfile tenant = request.tenant();
        LogPart part = decisions.part(tenant, query.asked());
        Map<UUID, Who> known = known(tenant.tenant().id(), part.decisions());
        return Page.of(
                "governance/decisions",
                new DecisionsPage(
                        PLACE,
                        part,
                        query.asked(),
                        part.decisions().stream()
                                .map(decision -> new DecisionsPage.Row(
                                        decision, DecisionsPage.who(decision, known), place(caller, decision.entry())))
                                .toList()));
    }

    @GET
    @Path("log")
    @Produces("application/jsonl")
    public Response log() {
        reader();
        TenantProfile tenant = request.tenant();
        return LogFile.of(tenant.tenant().slug(), after -> decisions.lines(tenant, after));
    }

    private Caller reader() {
        return request.callerWith(Role.AUTHOR, Role.REVIEWER, Role.TENANT_ADMIN);
    }

    private Map<UUID, Who> known(TenantId tenant, List<LoggedDecision> some) {
        var known = new HashMap<UUID, Who>();
        people.namesOfActors(tenant, DecisionsPage.actors(some))
                .forEach((actor, name) -> known.put(actor, new Who.Named(name)));
        return known;
    }

    private Optional<String> place(Caller caller, Entry entry) {
        return places.stream()
                .flatMap(each -> each.find(caller, entry.type(), entry.asset()).stream())
                .findFirst();
    }
}
