package org.mangrove.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.mangrove.core.tenancy.NodeStart;

/**
 * Asks callers of all resources for patience until the node has come up. The learning record store, which is no resource of
 * JAX-RS, does so itself.
 */
@Provider
@PreMatching
@Priority(StartGate.BEFORE_ALL_OTHERS)
@ApplicationScoped
public class StartGate implements ContainerRequestFilter {

    static final int BEFORE_ALL_OTHERS = 0;

    @Inject
    NodeStart start;

    @Override
    public void filter(ContainerRequestContext request) {
        start.mustBeOver();
    }
}
