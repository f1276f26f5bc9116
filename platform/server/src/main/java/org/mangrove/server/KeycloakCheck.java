package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.identity.KeycloakAnswers;

/** Tells whether people can sign on. Never a reason to take the node away: who has signed on goes on learning. */
@Readiness
@ApplicationScoped
public class KeycloakCheck implements HealthCheck {

    @Inject
    KeycloakAnswers keycloak;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keycloak")
                .up()
                .withData("sign-on", keycloak.ask() ? "possible" : "not possible: Keycloak does not answer")
                .build();
    }
}
