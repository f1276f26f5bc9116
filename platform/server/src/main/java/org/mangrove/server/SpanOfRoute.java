package org.mangrove.server;

import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.logging.RequestRoute;

/** Calls the span of a request after its route, and says in it under which id the log tells of the request. */
@Provider
@Priority(Priorities.USER + 1)
@ApplicationScoped
public class SpanOfRoute implements ContainerRequestFilter {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentRequest current;

    @Override
    public void filter(ContainerRequestContext context) {
        Span span = Span.current();
        if (span.isRecording()) {
            RequestRoute.of(request)
                    .ifPresent(route -> span.updateName(context.getMethod() + " " + route)
                            .setAttribute(SpansWithoutPeople.ROUTE, route)
                            .setAttribute(SpansWithoutPeople.REQUEST, current.requestId()));
        }
    }
}
