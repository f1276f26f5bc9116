package org.mangrove.core.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mangrove.core.database.Configuration;

/**
 * Whether people can sign on now. Without Keycloak nobody new gets in; who has a session goes on.
 *
 * <p>An answer holds for some seconds, so that whoever asks often does not burden Keycloak.
 */
@ApplicationScoped
public class KeycloakAnswers {

    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Answer last = new Answer(false, Instant.MIN);

    private record Answer(boolean given, Instant at) {}

    public synchronized boolean ask() {
        Instant now = clock.instant();
        if (last.at().plus(HOLDS).isBefore(now)) {
            last = new Answer(answers(), now);
        }
        return last.given();
    }

    private boolean answers() {
        String keycloak = configuration
                .find("mangrove.keycloak.node-url")
                .orElseGet(() -> configuration.must("mangrove.keycloak.url"));
        String realm = configuration.find("mangrove.operator.realm").orElse("operators");
        try {
            var request = HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PreDestroy
    void stop() {
        http.shutdownNow();
    }
}
