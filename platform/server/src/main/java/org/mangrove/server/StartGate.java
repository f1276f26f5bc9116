package org.mangrove.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Asks callers for patience until the node has come up: before that it knows no tenant, and would say of every address that
 * nothing is there.
 */
@Provider
@PreMatching
@Priority(StartGate.BEFORE_ALL_OTHERS)
@ApplicationScoped
public class StartGate implements ContainerRequestFilter {

    static final int BEFORE_ALL_OTHERS = 0;

    @Inject
    Boot boot;

    @Override
    public void filter(ContainerRequestContext request) {
        if (boot.waitingFor().isPresent()) {
            throw new Refusal.Unavailable(Message.of("pages.error.starting"));
        }
    }
}
