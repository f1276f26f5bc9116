package org.mangrove.core.identity.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;
import org.mangrove.core.tenancy.Address;

/** Lets nobody but operators at {@code /operator/api}: with a bearer token of their own realm, never with a cookie. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class OperatorGuard implements ContainerRequestFilter {

    private static final Logger LOG = System.getLogger(OperatorGuard.class.getName());
    private static final Pattern GUARDED = Pattern.compile("(?i)/*operator(?:/.*)?");

    @Inject
    HttpServletRequest request;

    @Inject
    TokenChecks checks;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!GUARDED.matcher(context.getUriInfo().getPath()).matches()) {
            return;
        }
        boolean isThePlatforms = Recognition.of(request).address().kind() == Address.Kind.PLATFORM;
        String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (!isThePlatforms || header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            refuse(context);
            return;
        }
        try {
            checks.operator(header.substring(7).strip());
        } catch (TokenRefused refused) {
            LOG.log(
                    Level.INFO,
                    "An operator''s request {0} was refused: {1}",
                    RequestId.of(request),
                    refused.getMessage());
            refuse(context);
        }
    }

    private static void refuse(ContainerRequestContext context) {
        context.abortWith(Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operators\"")
                .type("application/problem+json")
                .entity(Problems.UNAUTHORIZED)
                .build());
    }
}
