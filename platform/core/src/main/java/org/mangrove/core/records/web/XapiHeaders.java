package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.mangrove.core.records.Statements;

/** What xAPI wants every answer to say, refusals too. */
@Provider
@ApplicationScoped
public class XapiHeaders implements ContainerResponseFilter {

    static final String VERSION = "X-Experience-API-Version";
    private static final String CONSISTENT = "X-Experience-API-Consistent-Through";

    @Inject
    Statements statements;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (!path.matches("/?xapi/.*")) {
            return;
        }
        response.getHeaders().putSingle(VERSION, "2.0.0");
        response.getHeaders().putSingle("Cache-Control", "private, no-store");
        if (path.contains("xapi/statements")) {
            response.getHeaders()
                    .putSingle(CONSISTENT, statements.consistentThrough().toString());
        }
    }
}
