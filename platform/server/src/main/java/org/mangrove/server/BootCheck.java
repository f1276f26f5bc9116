package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the node has come up. */
@Readiness
@ApplicationScoped
public class BootCheck implements HealthCheck {

    @Inject
    Boot boot;

    @Override
    public HealthCheckResponse call() {
        var waiting = boot.waitingFor();
        var response = HealthCheckResponse.named("start").status(waiting.isEmpty());
        waiting.ifPresent(step -> response.withData("waiting-for", step));
        return response.build();
    }
}
