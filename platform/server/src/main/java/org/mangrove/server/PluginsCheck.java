package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.extension.PluginHealth;
import org.mangrove.core.extension.PluginHealth.State;

/**
 * Tells which plugins do not answer, and for how many tenants. Never a reason to take the node away: another one would have
 * the same plugins, and what a plugin's failure means for its tenant is in its contract.
 */
@Readiness
@ApplicationScoped
public class PluginsCheck implements HealthCheck {

    @Inject
    PluginHealth plugins;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("plugins").up();
        response.withData("all", plugins.isWell() ? "answer" : "do not answer");
        plugins.tenantsByState().forEach((use, tenants) -> {
            if (use.state() != State.READY) {
                response.withData(
                        use.plugin().id() + " " + use.plugin().version() + " "
                                + use.state().name().toLowerCase(Locale.ROOT),
                        "for %d tenants".formatted(tenants));
            }
        });
        return response.build();
    }
}
