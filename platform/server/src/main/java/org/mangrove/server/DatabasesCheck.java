package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.database.DataSources;

/** Whether each database of this node answers. */
@Readiness
@ApplicationScoped
public class DatabasesCheck implements HealthCheck {

    @Inject
    DataSources dataSources;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("databases").up();
        dataSources.all().forEach(database -> {
            boolean answers = dataSources.answers(database);
            response.withData(database.name(), answers ? "up" : "does not answer");
            if (!answers) {
                response.down();
            }
        });
        return response.build();
    }
}
