package org.mangrove.core.identity.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mangrove.core.identity.OperatorTokens;

/** Lets nobody but operators into the operator's interface, whichever slice answers there. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class OperatorGate implements ContainerRequestFilter {

    private static final String INTERFACE = "operator/api";

    @Inject
    OperatorTokens tokens;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath().replaceAll("^/+", "");
        if (path.equals(INTERFACE) || path.startsWith(INTERFACE + "/")) {
            tokens.mustBeOperator(Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                    .orElse(""));
        }
    }
}
