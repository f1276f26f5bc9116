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
import java.util.regex.Pattern;
import org.mangrove.core.identity.OperatorTokens;

/** Lets nobody but operators at {@code /operator/api}: with a bearer token of their own realm, never with a cookie. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class OperatorGuard implements ContainerRequestFilter {

    private static final Pattern GUARDED = Pattern.compile("(?i)/*operator(?:/.*)?");

    @Inject
    HttpServletRequest request;

    @Inject
    OperatorTokens tokens;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!GUARDED.matcher(context.getUriInfo().getPath()).matches()) {
            return;
        }
        if (!tokens.admit(request)) {
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
