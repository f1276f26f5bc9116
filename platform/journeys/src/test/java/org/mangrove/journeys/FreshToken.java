package org.mangrove.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A bearer token of somebody's that is renewed before it runs out. */
final class FreshToken implements Supplier<String> {

    private static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private final WholeStack.Site site;
    private final KeycloakClient client;
    private final String user;
    private Optional<String> token = Optional.empty();
    private long since;

    FreshToken(WholeStack.Site site, KeycloakClient client, String user) {
        this.site = site;
        this.client = client;
        this.user = user;
    }

    @Override
    public String get() {
        if (token.isEmpty() || System.nanoTime() - since > GOOD_FOR.toNanos()) {
            try (var visitor = new Visitor(site, "de")) {
                since = System.nanoTime();
                token = Optional.of(client.tokens(visitor, user).access());
            }
        }
        return token.get();
    }
}
