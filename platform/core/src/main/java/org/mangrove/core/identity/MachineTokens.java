package org.mangrove.core.identity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Knows programs that have signed in with Keycloak by themselves: no person is behind them, and no session. */
public interface MachineTokens {

    /** Whom such a token must be meant for. */
    String AUDIENCE = "mangrove-xapi";

    /**
     * A program, as its realm knows it. What it may do with us is nothing that a token could say by itself.
     *
     * @param scopes what this token was asked for
     */
    record Machine(String client, Set<String> scopes) {

        public Machine {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * @param home the realm that a client of this name must be of; nothing of the token is believed before
     * @return empty whatever is wrong with it
     */
    Optional<Machine> read(String token, Function<String, Optional<String>> home);

    /** What the token says its client is; not believed. */
    Optional<String> claimedClient(String token);
}
