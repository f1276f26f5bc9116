package org.mangrove.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A bearer token of somebody's that is renewed before it runs out. */
final class FreshToken implements Supplier<String> {

    private static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private final KeycloakClient client;
    private final String tenant;
    private final String user;
    private Optional<String> token = Optional.empty();
    private long since;

    FreshToken(KeycloakClient client, String tenant, String user) {
        this.client = client;
        this.tenant = tenant;
        this.user = user;
    }

    @Override
    public String get() {
        if (token.isEmpty() || System.nanoTime() - since > GOOD_FOR.toNanos()) {
            try (Visitor visitor = client.installation().visitor()) {
                since = System.nanoTime();
                token = Optional.of(client.accessToken(visitor, tenant, user));
            }
        }
        return token.get();
    }
}
