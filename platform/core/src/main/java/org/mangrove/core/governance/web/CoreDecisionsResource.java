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
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Page;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/** What an enterprise has decided in its core. It knows actors, and the names that they show to everybody. */
@Path("governance/decisions")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class CoreDecisionsResource {

    static final String PLACE = "/governance/decisions";

    @Inject
    CurrentRequest request;

    @Inject
    Decisions decisions;

    @Inject
    CoreMemberships memberships;

    @Inject
    Instance<AssetPlaces> places;

    @GET
    public Page list(@BeanParam DecisionsQuery query) {
        CoreCaller caller = reader();
        LogPart part = decisions.part(caller.enterprise(), query.asked());
        Map<UUID, Who> known = known(caller.enterprise().id(), part.decisions());
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
        Enterprise enterprise = reader().enterprise();
        return LogFile.of(enterprise.slug(), after -> decisions.lines(enterprise, after));
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.GOVERNOR, CoreRole.AUTHOR);
    }

    private Map<UUID, Who> known(EnterpriseId enterprise, List<LoggedDecision> some) {
        var known = new HashMap<UUID, Who>();
        memberships
                .bylines(enterprise, DecisionsPage.actors(some))
                .forEach((actor, name) -> known.put(actor, new Who.Byline(name)));
        return known;
    }

    private Optional<String> place(CoreCaller caller, Entry entry) {
        return places.stream()
                .flatMap(each -> each.find(caller, entry.type(), entry.asset()).stream())
                .findFirst();
    }
}
