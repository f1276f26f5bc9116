package org.mangrove.core.logging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mangrove.sdk.TenantId;

/** Which tenant a request is addressed to, for the log alone: what acts for a tenant has it as an argument. */
public final class RequestTenant {

    private static final String KEPT = RequestTenant.class.getName();

    private RequestTenant() {}

    public static void note(HttpServletRequest request, TenantId tenant) {
        request.setAttribute(KEPT, tenant);
    }

    static Optional<TenantId> of(HttpServletRequest request) {
        return Optional.ofNullable((TenantId) request.getAttribute(KEPT));
    }
}
