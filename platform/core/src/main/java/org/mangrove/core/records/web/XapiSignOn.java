package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mangrove.core.credentials.XapiAdmission;
import org.mangrove.core.credentials.XapiAdmissions;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.logging.RequestLine;
import org.mangrove.core.logging.RequestTenant;
import org.mangrove.core.sources.Sources;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;

/**
 * Finds out which system asks the learning record store: what it shows is all that counts. At the address of a tenant only that
 * tenant's systems are known.
 */
@ApplicationScoped
public class XapiSignOn {

    private static final String KEPT = XapiCaller.class.getName();
    private static final String BEARER = "Bearer ";

    @Inject
    XapiAdmissions admissions;

    @Inject
    Addresses addresses;

    @Inject
    Sources sources;

    /** @param authorization the header that is meant, which the alternate syntax of xAPI has in its body */
    public XapiAdmission recognize(HttpServletRequest request, Optional<String> authorization) {
        Address address = addresses.of(request);
        XapiAdmission admission = shown(request, authorization.orElse(""));
        if (admission instanceof XapiAdmission.OverLimit over) {
            sources.turnedAway(
                    over.caller().tenant().tenant().id(), over.caller().source());
        }
        if (!(admission instanceof XapiAdmission.Known(XapiCaller caller))) {
            return admission;
        }
        if (!isWelcomeAt(address, caller)) {
            return new XapiAdmission.Unknown();
        }
        request.setAttribute(KEPT, caller);
        RequestLine.isCounted(request);
        addresses.settle(request, caller.tenant());
        RequestTenant.note(request, caller.tenant().tenant().id());
        return admission;
    }

    /** Counts how it ended for the one who was recognized, if anybody was. */
    void ended(HttpServletRequest request, int status) {
        if (request.getAttribute(KEPT) instanceof XapiCaller caller) {
            sources.answered(caller.tenant().tenant().id(), caller.source(), status);
        }
    }

    private XapiAdmission shown(HttpServletRequest request, String header) {
        String from = request.getRemoteAddr();
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return admissions.byToken(header.substring(BEARER.length()).strip(), from);
        }
        return BasicCredentials.read(header)
                .map(shown -> admissions.byKey(shown.key(), shown.secret(), from))
                .orElseGet(XapiAdmission.Unknown::new);
    }

    private static boolean isWelcomeAt(Address address, XapiCaller caller) {
        return address.kind() == Address.Kind.PLATFORM
                || (address.kind() == Address.Kind.TENANT
                        && address.slug().equals(caller.tenant().tenant().slug()));
    }
}
