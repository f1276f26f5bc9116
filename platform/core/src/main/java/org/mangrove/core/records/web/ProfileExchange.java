package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.DocumentCondition.Unconditionally;
import org.mangrove.core.records.DocumentHolder;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

/** What the two resources of profiles have in common: all but what the profiles are about. */
@ApplicationScoped
class ProfileExchange {

    static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE");

    private static final String NAME = "profileId";
    private static final String SINCE = "since";

    @Inject
    DocumentExchange exchange;

    /** @param about the parameter that says what the profile is about */
    XapiAnswer answer(
            XapiCaller caller, XapiRequest request, String about, Function<AskedParameters, DocumentHolder> holderOf)
            throws IOException {
        TenantId tenant = caller.tenant().tenant().id();
        if (request.isReading()) {
            caller.mustMay(Scope.PROFILE, Scope.ALL_READ);
            var asked = new AskedParameters(request, Set.of(about, NAME, SINCE));
            DocumentHolder holder = holderOf.apply(asked);
            return asked.has(NAME)
                    ? exchange.one(tenant, request, holder, asked.text(NAME))
                    : exchange.names(tenant, holder, asked.findTime(SINCE));
        }
        caller.mustMay(Scope.PROFILE);
        var asked = new AskedParameters(request, Set.of(about, NAME));
        DocumentHolder holder = holderOf.apply(asked);
        String name = asked.text(NAME);
        return switch (request.method()) {
            case "PUT" -> exchange.put(tenant, request, holder, name, otherwise(request.version()));
            case "POST" -> exchange.merge(tenant, request, holder, name);
            default -> exchange.remove(tenant, request, holder, name);
        };
    }

    private static Unconditionally otherwise(XapiVersion version) {
        return switch (version) {
            case V1_0_3 -> Unconditionally.NOTHING;
            case V2_0_0 -> Unconditionally.ONLY_NEW;
        };
    }
}
