package org.mangrove.core.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.logging.RequestTenant;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What the authentication mechanism found out about a request.
 *
 * @param session with what the caller was recognized, if by a cookie
 */
record Recognition(
        Address address,
        Optional<TenantProfile> tenant,
        Optional<Enterprise> enterprise,
        Optional<Caller> caller,
        Optional<CoreCaller> coreCaller,
        Optional<OpaqueToken> session) {

    private static final String KEPT = Recognition.class.getName();

    static Recognition of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Recognition known) {
            return known;
        }
        throw new IllegalStateException("The request did not pass the authentication mechanism");
    }

    Recognition keepIn(HttpServletRequest request) {
        request.setAttribute(KEPT, this);
        tenant.ifPresent(known -> RequestTenant.note(request, known.tenant().id()));
        return this;
    }
}
