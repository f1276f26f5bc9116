package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.DocumentCondition.Unconditionally;
import org.mangrove.core.records.DocumentHolder.State;
import org.mangrove.core.records.Documents;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

/** What a course wants to know again when somebody comes back to it. */
@ApplicationScoped
class StateEndpoint implements XapiEndpoint {

    private static final String ACTIVITY = "activityId";
    private static final String AGENT = "agent";
    private static final String REGISTRATION = "registration";
    private static final String NAME = "stateId";
    private static final String SINCE = "since";
    private static final Set<String> OF_READING = Set.of(ACTIVITY, AGENT, REGISTRATION, NAME, SINCE);
    private static final Set<String> OF_WRITING = Set.of(ACTIVITY, AGENT, REGISTRATION, NAME);

    @Inject
    DocumentExchange exchange;

    @Inject
    Documents documents;

    @Override
    public String path() {
        return "activities/state";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "PUT", "POST", "DELETE");
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) throws IOException {
        TenantId tenant = caller.tenant().tenant().id();
        if (request.isReading()) {
            caller.mustMay(Scope.STATE, Scope.ALL_READ);
            var asked = new AskedParameters(request, OF_READING);
            State state = state(asked);
            return asked.has(NAME)
                    ? exchange.one(tenant, request, state, asked.text(NAME))
                    : exchange.names(tenant, state, asked.findTime(SINCE));
        }
        caller.mustMay(Scope.STATE);
        var asked = new AskedParameters(request, OF_WRITING);
        State state = state(asked);
        if (request.method().equals("DELETE") && !asked.has(NAME)) {
            documents.removeAll(tenant, state);
            return XapiAnswer.noContent();
        }
        String name = asked.text(NAME);
        return switch (request.method()) {
            case "PUT" -> exchange.put(tenant, request, state, name, otherwise(request.version()));
            case "POST" -> exchange.merge(tenant, request, state, name);
            default -> exchange.remove(tenant, request, state, name);
        };
    }

    private static State state(AskedParameters asked) {
        return new State(asked.iri(ACTIVITY), asked.agent(AGENT), asked.findUuid(REGISTRATION));
    }

    private static Unconditionally otherwise(XapiVersion version) {
        return switch (version) {
            case V1_0_3 -> Unconditionally.ANYTHING;
            case V2_0_0 -> Unconditionally.ONLY_NEW;
        };
    }
}
