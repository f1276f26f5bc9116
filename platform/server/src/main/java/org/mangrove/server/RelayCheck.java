package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.events.Backlogs;

/** Tells how much of what happened waits to be acted on. Never a reason to take the node away: nothing of it gets lost. */
@Readiness
@ApplicationScoped
public class RelayCheck implements HealthCheck {

    @Inject
    Backlogs backlogs;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("relay").up();
        backlogs.all()
                .forEach((cell, backlog) -> response.withData(
                        "cell " + cell,
                        backlog.map(known -> "%d wait, the oldest for %d s; %d set aside"
                                        .formatted(
                                                known.waiting(), known.oldest().toSeconds(), known.setAside()))
                                .orElse("unknown: the outbox could not be read of late")));
        return response.build();
    }
}
