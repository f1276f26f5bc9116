package org.mangrove.core.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mangrove.core.identity.MachineTokens;
import org.mangrove.core.identity.OpaqueToken;

/**
 * Believes the tokens that {@link TokenChecks} believes, and for a minute remembers which those were: a program shows the same
 * one thousands of times.
 */
@ApplicationScoped
public class ShownMachineTokens implements MachineTokens {

    private static final Logger LOG = System.getLogger(ShownMachineTokens.class.getName());
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    /** @param digest of the token: whoever reads the memory of a node does not find the token */
    private record Shown(String realm, ByteBuffer digest) {}

    @Inject
    TokenChecks checks;

    @Inject
    Clock clock;

    private final Cache<Shown, TokenChecks.KnownMachine> believed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    @Override
    public Optional<Machine> read(String token, Function<String, Optional<String>> home) {
        Optional<String> realm = claimedClient(token).flatMap(home);
        return realm.flatMap(known -> verified(known, token)).map(TokenChecks.KnownMachine::machine);
    }

    @Override
    public Optional<String> claimedClient(String token) {
        return TokenChecks.claimedClient(token);
    }

    private Optional<TokenChecks.KnownMachine> verified(String realm, String token) {
        var shown = new Shown(realm, ByteBuffer.wrap(new OpaqueToken(token).hash()));
        Optional<TokenChecks.KnownMachine> known = Optional.ofNullable(believed.getIfPresent(shown))
                .filter(machine -> clock.instant().isBefore(machine.until()));
        return known.or(() -> verifiedNow(shown, token));
    }

    private Optional<TokenChecks.KnownMachine> verifiedNow(Shown shown, String token) {
        try {
            TokenChecks.KnownMachine machine = checks.machine(shown.realm(), token);
            believed.put(shown, machine);
            return Optional.of(machine);
        } catch (TokenRefused refused) {
            LOG.log(Level.DEBUG, "A program''s token was refused: {0}", refused.getMessage());
            return Optional.empty();
        }
    }
}
