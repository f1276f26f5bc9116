package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.database.DatabaseAnswers;

/** Whether each database of this node answers: without one of them it cannot serve everybody whom it is asked for. */
@Readiness
@ApplicationScoped
public class DatabasesCheck implements HealthCheck {

    @Inject
    DatabaseAnswers databases;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("databases").up();
        databases.ask().forEach((database, answers) -> {
            response.withData(database.name(), answers ? "answers" : "does not answer");
            if (!answers) {
                response.down();
            }
        });
        return response.build();
    }
}
