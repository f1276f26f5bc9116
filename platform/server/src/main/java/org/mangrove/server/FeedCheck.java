package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mangrove.core.publication.FeedLags;
import org.mangrove.core.publication.FeedLags.Lag;

/** Tells how far each cell is behind the core. Never a reason to take the node away: a cell serves without the core. */
@Readiness
@ApplicationScoped
public class FeedCheck implements HealthCheck {

    @Inject
    FeedLags feed;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("feed").up();
        feed.all().forEach(lag -> response.withData(name(lag), state(lag)));
        return response.build();
    }

    private static String name(Lag lag) {
        return "cell " + lag.cell() + ", enterprise " + lag.enterprise();
    }

    private static String state(Lag lag) {
        String time =
                lag.upToDateAt().map(at -> "last up to date " + at).orElse("not up to date since this node started");
        if (lag.problem().isPresent()) {
            return "stopped: " + lag.problem().get() + "; " + time;
        }
        return lag.isStale() ? "behind: " + time : "up to date";
    }
}
